/** A number of hours, days, weeks, months or years (UCUM); `isWithin` where it is the longest that may be. */
export interface PlainSpan {
  readonly value: string
  readonly unit: 'h' | 'd' | 'wk' | 'mo' | 'a'
  readonly isWithin: boolean
}

/** A length of time that a text is, and nothing else: "24 hours", "up to 3 years", "Week 12". UCUM units. */
export function plainSpan(text: string | undefined): PlainSpan | undefined {
  const trimmed = (text ?? '').trim().replace(/\.$/, '')
  const [, number, word] = amountFirst.exec(trimmed) ?? []
  const [, before, after] = unitFirst.exec(trimmed) ?? []
  const unit = units[(word ?? before ?? '').toLowerCase().replace(/s$/, '')]
  const value = number ?? after
  return unit && value
    ? { value: String(Number(value)), unit, isWithin: /^(?:up to|within)/i.test(trimmed) }
    : undefined
}

const amountFirst =
  /^(?:at |after |for |up to |within )?(\d{1,4})[ -](hour|day|week|month|year)s?$/i
const unitFirst = /^(?:at )?(hour|day|week|month|year) (\d{1,4})$/i

const units: Readonly<Record<string, 'h' | 'd' | 'wk' | 'mo' | 'a'>> = {
  hour: 'h',
  day: 'd',
  week: 'wk',
  month: 'mo',
  year: 'a',
}
