import type { Command } from './command'
import { table } from './output'

export function overallHelp(commands: readonly Command[]): string {
  return `Crossread checks sources against each other. Commands:

${table(commands.map((command) => [`  ${command.name}`, command.summary]))}
  crossread <command> --help    says more about one
  crossread --version           prints the version

Exit codes: 0 done; 1 the input is at fault; 2 called wrongly. Messages go to standard error.
`
}

export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, help }]) => [
    `  --${name}${value === '' ? '' : ` ${value}`}`,
    help,
  ])
  return `${command.summary}

${command.usage.map((line) => `  crossread ${command.name} ${line}\n`).join('')}
Options:
${table([...options, ['  --help', 'print this']])}`
}
