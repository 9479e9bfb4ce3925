import type { DeskRow } from './row.ts'

/** Whether an opened enquiry has every word of a text, in any order, whatever their case and accents. */
export function saysText(row: DeskRow, text: string): boolean {
  const { name, phone, message, age, place } = row.details
  const said = folded([row.caseNumber, name, phone, message, age, place?.name].join(' '))
  const words = folded(text).split(/\s+/).filter(Boolean)
  return words.length > 0 && words.every((word) => said.includes(word))
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
