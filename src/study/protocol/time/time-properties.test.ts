import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { ageOn } from './age.ts'
import { addCalendarMonths, calendarDayNumber, dayText, monthsApart } from './calendar.ts'
import { dayAfter, calendarDaysBetween, readDays } from './days.ts'
import { addTo, readDuration } from './duration.ts'
import { orderInstants, pointText, timePointOf } from './instants.ts'
import { type Moment, compareMoments, orderMoments, readMoment } from './moment.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { dateOfStudyDay, illnessDayOf, studyDayOf } from './study-day.ts'
import { timingOfVisit, visitWindowOf } from './window.ts'

function good<Result extends object>(result: Result | TimeProblem): Result {
  if (isTimeProblem(result)) throw new Error(JSON.stringify(result))
  return result
}

const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'] as const
const zone = fc.constantFrom(...zones)
const minute = fc.integer({ min: 23_668_560, max: 26_298_720 }).map((count) => count * 60_000)
const day = fc.integer({ min: 0, max: 12_000 }).map((days) => dayAfter('2000-01-01', days))

/** The same instant, written with an offset. */
function written(ms: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+'
  const two = (value: number) => String(value).padStart(2, '0')
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, 16)
  const size = Math.abs(offset)
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const offset = fc.integer({ min: -12 * 60, max: 14 * 60 })

test('the order of moments is that of their instants, whatever their offsets', () => {
  fc.assert(
    fc.property(minute, minute, offset, offset, (one, other, first, second) => {
      const a = good(readMoment(written(one, first)))
      const b = good(readMoment(written(other, second)))
      assert.equal(compareMoments(a, b), Math.sign(one - other))
      assert.equal(Math.sign(orderMoments(a, b)), Math.sign(one - other))
      assert.equal(compareMoments(a, good(readMoment(written(one, second)))), 0)
    }),
  )
})

const anyMoment = fc
  .tuple(day, minute, offset, fc.integer({ min: 0, max: 3 }))
  .map(([date, ms, east, finely]) =>
    finely === 3 ? written(ms, east) : date.slice(0, [4, 7, 10][finely]),
  )

test('instants are ordered by time, whatever parts of a second are written', () => {
  const second = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 })
  const point = fc.tuple(second, fc.constantFrom('', '001', '25', '2500', '999999999', '5'))
  const near = fc.tuple(point, fc.integer({ min: -1, max: 1 }), point)
  fc.assert(
    fc.property(near, ([[seconds, fraction], more, [, other]]) => {
      const [one, two] = [
        `${pointText({ seconds, fraction })}Z`,
        `${pointText({ seconds: seconds + more, fraction: other })}Z`,
      ]
      assert.equal(Math.sign(orderInstants(one, two)), Temporal.Instant.compare(one, two))
      assert.deepEqual(timePointOf(one), { seconds, fraction: fraction.replace(/0+$/, '') })
    }),
  )
  assert.equal(orderInstants('+010000-01-01T00:00:00Z', '9999-12-31T23:59:59.5Z'), 1)
  assert.equal(orderInstants('-000001-12-31T23:59:59Z', '0000-01-01T00:00:00Z'), -1)
})

test('all moments have one order for sorting, which never goes against what is sure', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, anyMoment, (...texts) => {
      const [a, b, c] = texts.map((text) => good(readMoment(text, 'Europe/Paris')))
      assert.ok(a && b && c)
      assert.equal(Math.sign(orderMoments(a, b)), 0 - Math.sign(orderMoments(b, a)) || 0)
      if (orderMoments(a, b) <= 0 && orderMoments(b, c) <= 0) assert.ok(orderMoments(a, c) <= 0)
      const sure = compareMoments(a, b)
      if (sure !== undefined) assert.equal(Math.sign(orderMoments(a, b)), sure)
    }),
  )
})

test('a local time that the clocks show once is read as the instant it was', () => {
  fc.assert(
    fc.property(minute, zone, (ms, place) => {
      const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(place)
      const wall = at.toPlainDateTime().toString({ smallestUnit: 'minute' })
      const read = readMoment(wall, place)
      if (isTimeProblem(read)) {
        assert.equal(read.problem, 'timeHappensTwice')
        assert.ok(read.problem === 'timeHappensTwice' && read.candidates.length === 2)
      } else assert.equal(read.instant, at.toInstant().toString())
    }),
  )
})

const oddZones = fc.constantFrom(
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
)
const near = fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 })

test('a time of the clock near any change of the clocks is what the database of zones says', () => {
  fc.assert(
    fc.property(minute, oddZones, near, (ms, place, minutes) => {
      const from = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(place)
      const change = from.getTimeZoneTransition('next') ?? from
      const wall = change.toPlainDateTime().add({ minutes }).round('minute')
      const text = wall.toString({ smallestUnit: 'minute' })
      const earlier = wall.toZonedDateTime(place, { disambiguation: 'earlier' })
      const later = wall.toZonedDateTime(place, { disambiguation: 'later' })
      const read = readMoment(text, place)
      if (earlier.equals(later)) assert.equal(good(read).instant, later.toInstant().toString())
      else {
        const problem = earlier.toPlainDateTime().equals(wall) ? 'timeHappensTwice' : 'skippedTime'
        assert.equal(isTimeProblem(read) && read.problem, problem, `${text} ${place}`)
      }
      const start = wall.toPlainDate().toZonedDateTime(place).toInstant().toString()
      assert.equal(good(readMoment(text.slice(0, 10), place)).from, start)
    }),
  )
})

test('days, months and texts of days are those of Temporal', () => {
  const anyDay = fc.integer({ min: -719_528, max: 2_932_896 })
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), anyDay, (number, months, other) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: number })
      assert.equal(dayText(number), date.toString())
      assert.equal(calendarDayNumber(date.toString()), number)
      assert.equal(dayText(addCalendarMonths(number, months)), date.add({ months }).toString())
      const { years, months: rest } = Temporal.PlainDate.from('1970-01-01')
        .add({ days: other })
        .toPlainYearMonth()
        .since(date.toPlainYearMonth())
      assert.equal(monthsApart(number, other), years * 12 + rest)
    }),
  )
})

test('a duration is read as Temporal reads it, and what it does not read is refused', () => {
  const numbers = fc.option(fc.nat(500), { nil: undefined })
  const parts = fc.tuple(numbers, numbers, numbers, numbers, numbers, numbers, numbers)
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom('', '-'),
      fc.nat(20),
      ([y, mo, w, d, h, mi, s], sign, cut) => {
        const part = (value: number | undefined, unit: string) =>
          value === undefined ? '' : `${value}${unit}`
        const time = part(h, 'H') + part(mi, 'M') + part(s, 'S')
        const whole = `${sign}P${part(y, 'Y')}${part(mo, 'M')}${part(w, 'W')}${part(d, 'D')}${time && `T${time}`}`
        const text = cut < 15 ? whole : whole.slice(0, cut - 15)
        const read = readDuration(text)
        let wanted: Temporal.Duration
        try {
          wanted = Temporal.Duration.from(text)
        } catch {
          assert.ok(isTimeProblem(read), text)
          return
        }
        assert.deepEqual(read, {
          months: wanted.years * 12 + wanted.months,
          days: wanted.weeks * 7 + wanted.days,
          seconds: wanted.hours * 3600 + wanted.minutes * 60 + wanted.seconds,
        })
      },
    ),
  )
})

test('hours that are added pass, and days that are added keep the time of the clock', () => {
  fc.assert(
    fc.property(minute, zone, fc.integer({ min: 0, max: 100 }), (ms, place, count) => {
      const start = good(readMoment(written(ms, 0), place))
      const hours = good(addTo(start, `PT${count}H`, place))
      assert.equal(
        hours.instant,
        Temporal.Instant.fromEpochMilliseconds(ms + count * 3_600_000).toString(),
      )
      const days = addTo(start, `P${count}D`, place)
      if (isTimeProblem(days)) return
      const clock = (moment: Moment) =>
        Temporal.Instant.from(moment.from).toZonedDateTimeISO(place).toPlainTime().toString()
      assert.equal(clock(days), clock(start))
      assert.equal(calendarDaysBetween(start.firstDay, days.firstDay), count)
    }),
  )
})

test('an age never falls as days pass, and a month is reached on the day that adding it gives', () => {
  fc.assert(
    fc.property(day, fc.nat(6000), fc.nat(400), (birth, later, more) => {
      const one = good(ageOn(birth, dayAfter(birth, later)))
      const other = good(ageOn(birth, dayAfter(birth, later + more)))
      for (const unit of ['years', 'months', 'weeks', 'days'] as const)
        assert.ok(one[unit].most <= other[unit].least)
      const on = dayAfter(birth, later)
      const reached = (months: number) =>
        Temporal.PlainDate.from(birth).add({ months }).toString() <= on
      assert.ok(reached(one.months.least) && !reached(one.months.least + 1))
    }),
  )
})

test('a partial birth gives the ages of all its days and no others', () => {
  fc.assert(
    fc.property(day, fc.nat(900), (birth, later) => {
      const month = birth.slice(0, 7)
      const { firstDay, lastDay } = good(readDays(month))
      const on = dayAfter(firstDay, later)
      const { months } = good(ageOn(month, on))
      const ages = Array.from({ length: calendarDaysBetween(firstDay, lastDay) + 1 }, (_, at) =>
        dayAfter(firstDay, at),
      )
        .filter((one) => one <= on)
        .map((one) => good(ageOn(one, on)).months.least)
      assert.deepEqual(months, { least: Math.min(...ages), most: Math.max(...ages) })
    }),
  )
})

test('a day of a study has one number and the number one day, and SDTM has no day 0', () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom('sdtm', 'usdm'), (anchor, on, numbering) => {
      const number = good(studyDayOf(anchor, on, numbering)).day
      assert.equal(good(dateOfStudyDay(anchor, number, numbering)).date, on)
      if (numbering === 'sdtm') assert.notEqual(number, 0)
      if (on < anchor) return
      assert.equal(good(illnessDayOf(anchor, on)).day, good(studyDayOf(anchor, on, 'sdtm')).day)
    }),
  )
})

test('every day is before, in or after a window, in that order, and those in it are as many as it has', () => {
  const width = fc.nat(10)
  fc.assert(
    fc.property(day, fc.nat(60), width, width, zone, (anchor, target, early, late, place) => {
      const timing = { target: `P${target}D`, early: `P${early}D`, late: `P${late}D` }
      const window = good(visitWindowOf(good(readMoment(anchor, place)), timing, place))
      const statuses = Array.from({ length: 90 }, (_, at) => {
        const on = good(readMoment(dayAfter(anchor, at - 12), place))
        return timingOfVisit(window, on).status
      })
      assert.match(statuses.map((one) => one[0]).join(''), /^e*i+l+$/)
      assert.equal(statuses.filter((one) => one === 'in').length, early + late + 1)
    }),
  )
})

test('no text makes the reader of times throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), anyMoment), fc.oneof(fc.string(), zone), (text, place) => {
      const read = readMoment(text, place)
      if (!isTimeProblem(read)) assert.ok(read.from <= read.until || /^[-+]/.test(read.until))
      assert.ok(addTo(good(readMoment('2017-03-09')), text, 'Europe/Paris'))
    }),
  )
})
