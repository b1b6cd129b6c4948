/** What the host reads of one file; larger ones are refused before they are sent. */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024

/** A file's bytes as base64, null when they cannot be read. The browser's own encoder: far faster than one in script. */
export function readBase64(file: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
