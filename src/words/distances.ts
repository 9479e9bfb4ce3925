import type { Language } from './language/language.ts'

type LengthUnit = 'kilometer' | 'mile'

/** A distance in its own unit, rounded and at least 1: "3 km", "120 km", "1,300 km", "5 miles". */
export function roundedDistance(language: Language, length: number, unit: LengthUnit): string {
  const step = length < 100 ? 1 : 10
  return exactDistance(language, Math.max(1, Math.round(length / step) * step), unit)
}

/** A distance in its own unit, to three decimals: "2.5 km". */
export function exactDistance(language: Language, length: number, unit: LengthUnit): string {
  return formats[language][unit].format(length)
}

const formats = { en: formatsOf('en-GB'), fr: formatsOf('fr-FR') }

function formatsOf(locale: string): Readonly<Record<LengthUnit, Intl.NumberFormat>> {
  const unit = { style: 'unit', maximumFractionDigits: 3 } as const
  return {
    kilometer: new Intl.NumberFormat(locale, { ...unit, unit: 'kilometer' }),
    mile: new Intl.NumberFormat(locale, { ...unit, unit: 'mile', unitDisplay: 'long' }),
  }
}
