/** What is wrong with an expression, as the registry says it after `Error parsing query in …:`. */
export interface EssieFault {
  readonly kind: 'fault'
  /** With the blank or the line break that comes before it. */
  readonly text: string
}

/** A fault told on the line of its query. */
export function essieFault(text: string): EssieFault {
  return { kind: 'fault', text: ` ${text}` }
}

/** A fault told on a line of its own, as the registry tells values that are not allowed. */
export function faultOnOwnLine(text: string): EssieFault {
  return { kind: 'fault', text: `\n${text}` }
}

/** A piece of what was asked, short and on one line, to be shown in a text of plain letters. */
export function shownInput(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()
  return line.length <= mostShown ? line : `${line.slice(0, mostShown)}…`
}

const mostShown = 100
