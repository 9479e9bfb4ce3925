import type { Page } from '../../shell/page.ts'

/** A number as the record writes it, with the decimal comma of French; no digit is added or taken. */
export function writtenNumber({ language }: Page, text: string): string {
  return language === 'fr' && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text
}

/** "60 %" of people, rounded to whole percents; undefined where nobody was counted. */
export function shareText(
  { language }: Page,
  some: number | undefined,
  all: number | undefined,
): string | undefined {
  if (some === undefined || all === undefined || all === 0 || some > all) return undefined
  return percents[language].format(some / all)
}

const percents = {
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }),
  fr: new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 }),
}
