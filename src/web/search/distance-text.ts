import type { Page } from '../page.ts'

/** `25km` as "25 km", `10mi` as "10 miles"; what is neither is shown as it was typed. */
export function distanceText(page: Page, text: string): string {
  const [, digits = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? []
  if (digits === '') return text
  const figure = new Intl.NumberFormat(page.language).format(Number(digits))
  const words = page.words.search
  return unit.toLowerCase().startsWith('mi') ? words.miles(figure) : words.kilometres(figure)
}
