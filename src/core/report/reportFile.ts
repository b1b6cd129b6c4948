import { assertNever } from '../assert'
import { renderCsv } from './renderCsv'
import { renderHtml } from './renderHtml'
import { renderJson } from './renderJson'
import { renderMarkdown } from './renderMarkdown'
import type { ReportModel } from './reportModel'

export const REPORT_FORMATS = ['md', 'html', 'json', 'csv'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
}

/** A report as a file to be saved: its proposed name, what it is, and its whole text, to be written in UTF-8. */
export type ReportFile = { readonly fileName: string; readonly mediaType: string; readonly content: string }

export function reportFile(model: ReportModel, format: ReportFormat): ReportFile {
  return {
    fileName: `${safeFileName(model.corpus.name)}-report-${model.madeAt.slice(0, 10)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    content: render(model, format),
  }
}

function render(model: ReportModel, format: ReportFormat): string {
  switch (format) {
    case 'md':
      return renderMarkdown(model)
    case 'html':
      return renderHtml(model)
    case 'json':
      return renderJson(model)
    case 'csv':
      return renderCsv(model)
    default:
      return assertNever(format)
  }
}

/** Letters, digits and hyphens alone: no system gives them another meaning, and no name of theirs is a device. */
function safeFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  return Array.from(safe).slice(0, 60).join('') || 'corpus'
}
