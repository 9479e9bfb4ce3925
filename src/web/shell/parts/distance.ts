import { milesFromKm } from '../../../finder/places/distance.ts'
import type { Page } from '../page.ts'
import type { Language } from '../../../words/language/language.ts'

/** "3 km", "120 km", "1,300 km", or miles for who asked in miles: rounded, and at least 1. */
export function spokenDistance({ language, inMiles }: Page, km: number): string {
  const length = inMiles ? milesFromKm(km) : km
  const step = length < 100 ? 1 : 10
  const rounded = Math.max(1, Math.round(length / step) * step)
  return formats[language][inMiles ? 'mile' : 'kilometer'].format(rounded)
}

/** `25km` as "25 km", `10mi` as "10 miles"; what is neither is shown as it was typed. */
export function typedDistance({ language }: Page, text: string): string {
  const [, digits = '', unit = ''] = typed.exec(text) ?? []
  if (digits === '') return text
  return formats[language][isMiles(unit) ? 'mile' : 'kilometer'].format(Number(digits))
}

function isMiles(unit: string): boolean {
  return unit.toLowerCase().startsWith('mi')
}

const typed = /^\s*(\d{1,6}(?:\.\d{1,3})?) ?([a-z]*)\s*$/i
const formats = { en: formatsOf('en'), fr: formatsOf('fr') }

type Unit = 'kilometer' | 'mile'

function formatsOf(language: Language): Readonly<Record<Unit, Intl.NumberFormat>> {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const unit = { style: 'unit', maximumFractionDigits: 3 } as const
  return {
    kilometer: new Intl.NumberFormat(locale, { ...unit, unit: 'kilometer' }),
    mile: new Intl.NumberFormat(locale, { ...unit, unit: 'mile', unitDisplay: 'long' }),
  }
}
