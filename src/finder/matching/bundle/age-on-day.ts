import type { PatientAge } from '../patient/patient.ts'

/** The age on a day of a person born on `birthDate`, which FHIR also lets be a month or a year. */
export function ageOnDay(
  birthDate: string,
  today: string,
  resource: string,
): PatientAge | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(birthDate) ?? []
  if (year === '') return undefined
  try {
    const now = Temporal.PlainDate.from(today)
    const first = Temporal.PlainDate.from(`${year}-${month ?? '01'}-${day ?? '01'}`)
    const last = day ? first : lastDay(first, month === undefined)
    if (Temporal.PlainDate.compare(first, now) > 0) return undefined
    const maxDays = first.until(now, { largestUnit: 'days' }).days
    const minDays = Math.max(0, last.until(now, { largestUnit: 'days' }).days)
    if (maxDays > 130 * 366) return undefined
    return {
      ...inWords(last.until(now, { largestUnit: 'years' }), minDays),
      minDays,
      maxDays,
      ...(day && { born: birthDate }),
      evidence: { resource, text: `birthDate ${birthDate}` },
    }
  } catch {
    return undefined
  }
}

function lastDay(first: Temporal.PlainDate, wholeYear: boolean): Temporal.PlainDate {
  return first.add(wholeYear ? { years: 1 } : { months: 1 }).subtract({ days: 1 })
}

/** In the unit people say it in: years from two, months from two, weeks from two, else days. */
function inWords(
  { years, months }: Temporal.Duration,
  days: number,
): Pick<PatientAge, 'value' | 'unit'> {
  if (years >= 2) return { value: years, unit: 'year' }
  const all = Math.max(0, years * 12 + months)
  if (all >= 2) return { value: all, unit: 'month' }
  return days >= 14 ? { value: Math.floor(days / 7), unit: 'week' } : { value: days, unit: 'day' }
}
