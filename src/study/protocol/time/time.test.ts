import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn } from './age.ts'
import { readDays } from './days.ts'
import { addTo, hoursBetween } from './duration.ts'
import { expeditedClocks } from './expedited.ts'
import { type Moment, compareMoments, orderMoments, readMoment } from './moment.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { dateOfStudyDay, illnessDayOf, studyDayOf } from './study-day.ts'
import { timingOfVisit, timingWithoutVisit, visitWindowOf } from './window.ts'

const paris = 'Europe/Paris'

function good<Result extends object>(result: Result | TimeProblem): Result {
  if (isTimeProblem(result)) throw new Error(JSON.stringify(result))
  return result
}

const at = (text: string, zone?: string): Moment => good(readMoment(text, zone))

test('moments are ordered by instant, not by text', () => {
  assert.equal(compareMoments(at('2017-03-09T10:30+02:00'), at('2017-03-09T09:00Z')), -1)
  assert.equal(compareMoments(at('2017-03-09T10:30+02:00'), at('2017-03-09T08:30:00Z')), 0)
  assert.equal(compareMoments(at('2017-03-09T10:30:00.5Z'), at('2017-03-09T10:30:00.45Z')), 1)
  assert.equal(compareMoments(at('2017-03-09T10:30:00.5Z'), at('2017-03-09T10:30Z')), 1)
  assert.ok(orderMoments(at('0000-01-01'), at('9999-12-31')) < 0)
})

test('a partial date is anywhere in it, and is ordered only where that does not matter', () => {
  const month = at('2017-03', paris)
  assert.deepEqual([month.firstDay, month.lastDay], ['2017-03-01', '2017-03-31'])
  assert.deepEqual([month.from, month.until], ['2017-02-28T23:00:00Z', '2017-03-31T22:00:00Z'])
  assert.equal(month.instant, undefined)
  assert.equal(compareMoments(month, at('2017-03-31T23:59', paris)), undefined)
  assert.equal(compareMoments(month, at('2017-04-01T00:00', paris)), -1)
  assert.equal(compareMoments(at('2017-02-28T23:59', paris), month), -1)
  assert.equal(compareMoments(month, month), undefined)
  const anywhere = at('2017-03-09')
  assert.deepEqual(
    [anywhere.from, anywhere.until],
    ['2017-03-08T10:00:00Z', '2017-03-10T12:00:00Z'],
  )
  assert.equal(at('2017-03-09T10', paris).until, '2017-03-09T10:00:00Z')
})

test('a time that the clocks skipped is refused, and one that they showed twice is asked', () => {
  assert.deepEqual(readMoment('2017-03-26T02:30', paris), {
    problem: 'skippedTime',
    text: '2017-03-26T02:30:00',
    zone: paris,
  })
  assert.deepEqual(readMoment('2017-10-29T02:30', paris), {
    problem: 'timeHappensTwice',
    text: '2017-10-29T02:30:00',
    zone: paris,
    candidates: ['2017-10-29T02:30:00+02:00', '2017-10-29T02:30:00+01:00'],
  })
  assert.equal(at('2017-10-29T02:30+01:00', paris).instant, '2017-10-29T01:30:00Z')
  assert.equal(at('2017-03-26T01:59', paris).instant, '2017-03-26T00:59:00Z')
  assert.equal(at('2017-03-26T03:00', paris).instant, '2017-03-26T01:00:00Z')
})

test('what is no time is refused, each for its reason', () => {
  const problems: readonly [string, string][] = [
    ['2017-02-29', 'noSuchDay'],
    ['2017-02-30T10:00Z', 'noSuchDay'],
    ['2017-13', 'noSuchDay'],
    ['2017-03-09T24:00Z', 'noSuchTime'],
    ['2017-03-09T10:60Z', 'noSuchTime'],
    ['2016-12-31T23:59:60Z', 'noSuchTime'],
    ['2017-03-09T10:00+15:00', 'noSuchTime'],
    ['2017-03-09T10:00', 'noOffset'],
    ['2017-03-09 10:00Z', 'notADate'],
    ['2017-03-09T10:00+24', 'noSuchTime'],
    ['2017-03-09T10:00-12:30', 'noSuchTime'],
    ['2017-03-09T10:00+01:60', 'noSuchTime'],
    ['2017-00-09', 'noSuchDay'],
    ['2017-04-31', 'noSuchDay'],
    ['1900-02-29', 'noSuchDay'],
    ['2017-03-09T10:00Zurich', 'notATime'],
    ['09/03/2017', 'notADate'],
    ['', 'notADate'],
    ['10000-01-01', 'notADate'],
    ['-2017-01-01', 'notADate'],
  ]
  for (const [text, problem] of problems) {
    const read = readMoment(text)
    assert.equal(isTimeProblem(read) && read.problem, problem, text)
  }
  assert.deepEqual(readMoment('2017-03-09', 'Europe/Bicetre'), {
    problem: 'unknownZone',
    zone: 'Europe/Bicetre',
  })
})

test('hours pass and days are of the calendar, on both changes of the clocks', () => {
  const spring = at('2017-03-25T10:00', paris)
  assert.equal(good(addTo(spring, 'PT48H', paris)).text, '2017-03-27T11:00:00+02:00')
  assert.equal(good(addTo(spring, 'P2D', paris)).text, '2017-03-27T10:00:00+02:00')
  const autumn = at('2017-10-28T10:00', paris)
  assert.equal(good(addTo(autumn, 'PT48H', paris)).text, '2017-10-30T09:00:00+01:00')
  assert.equal(good(addTo(autumn, '-P1D', paris)).text, '2017-10-27T10:00:00+02:00')
  assert.deepEqual(hoursBetween(at('2017-03-24T10:00', paris), at('2017-03-26T10:30', paris)), {
    least: 47.5,
    most: 47.5,
  })
})

test('days that come to a time the clocks skipped or showed twice are a problem', () => {
  const skipped = addTo(at('2017-03-25T02:30', paris), 'P1D', paris)
  assert.equal(isTimeProblem(skipped) && skipped.problem, 'skippedTime')
  const twice = addTo(at('2017-10-28T02:30', paris), 'P1D', paris)
  assert.equal(isTimeProblem(twice) && twice.problem, 'timeHappensTwice')
})

test('a duration that is not one, or that its start cannot take, is refused', () => {
  const start = at('2017-03-09T10:00+01:00')
  const problem = (text: string, moment = start, zone?: string) => {
    const sum = addTo(moment, text, zone)
    return isTimeProblem(sum) ? sum.problem : sum.text
  }
  const odd = [
    '',
    'P',
    'PT',
    'P1DT',
    '14D',
    'P1.5D',
    'PT1.5H30M',
    'P-2D',
    '2 days',
    'P1W2X',
    'PT0.1S',
  ]
  for (const text of odd) assert.equal(problem(text), 'notADuration', text)
  assert.equal(problem('P2D'), 'needsZone')
  assert.equal(problem('P2D', at('9999-12-31'), paris), 'outOfCalendar')
  assert.equal(problem('P99999999Y', start, paris), 'outOfCalendar')
  assert.equal(problem('P1DT12H', at('2017-03-09'), paris), 'needsTime')
  assert.equal(problem('PT1.5H'), '2017-03-09T11:30:00+01:00')
  assert.equal(problem('P1M', at('2017-01-31')), '2017-02-28')
  assert.equal(problem('PT0,25H'), '2017-03-09T10:15:00+01:00')
  assert.equal(problem('-P1Y', at('2020-02-29')), '2019-02-28')
  assert.equal(problem('P1D', at('2017-03-09T10', paris), paris), 'needsTime')
})

test('a month is completed on its last day where it has no 31st, and a year of 29 February on the 28th', () => {
  const months = (birth: string, day: string) => good(ageOn(birth, day)).months
  assert.deepEqual(months('2016-10-31', '2017-06-30'), { least: 8, most: 8 })
  assert.deepEqual(months('2016-10-31', '2017-06-29'), { least: 7, most: 7 })
  assert.deepEqual(good(ageOn('2020-02-29', '2021-02-28')).years, { least: 1, most: 1 })
  assert.deepEqual(good(ageOn('2020-02-29', '2021-02-27')).years, { least: 0, most: 0 })
  assert.deepEqual(good(ageOn('0000-01-01', '9999-12-31')).years, { least: 9999, most: 9999 })
  assert.deepEqual(good(ageOn('2017-03-09', '2017-03-09')).days, { least: 0, most: 0 })
})

test('a partial birth gives the least and the most age, and never one before birth', () => {
  assert.deepEqual(good(ageOn('2017-05', '2018-01-15')).months, { least: 7, most: 8 })
  assert.deepEqual(good(ageOn('2017', '2018-01-31')).years, { least: 0, most: 1 })
  assert.deepEqual(good(ageOn('2017-05', '2017-05-10')).days, { least: 0, most: 9 })
  assert.deepEqual(good(ageOn('2017-05', '2017-05')).days, { least: 0, most: 30 })
  const after = ageOn('2018-06-02', '2018-06-01')
  assert.equal(isTimeProblem(after) && after.problem, 'before')
})

test('the first day of fever is day 1, and a day before it is a contradiction', () => {
  assert.equal(good(illnessDayOf('2017-03-01', '2017-03-01T23:59+01:00')).day, 1)
  assert.equal(good(illnessDayOf('2016-02-28', '2016-03-01')).day, 3)
  const before = illnessDayOf('2017-03-02', '2017-03-01')
  assert.equal(isTimeProblem(before) && before.problem, 'before')
  const partial = illnessDayOf('2017-03', '2017-03-20')
  assert.equal(isTimeProblem(partial) && partial.problem, 'partialDay')
})

test('there is no day 0 in SDTM and one in USDM; a time part shifts neither', () => {
  const sdtm = (day: string) => good(studyDayOf('2014-01-02', day, 'sdtm')).day
  assert.deepEqual(['2014-01-01', '2014-01-02', '2014-01-16'].map(sdtm), [-1, 1, 15])
  assert.equal(sdtm('2014-01-02T23:59:59-11:00'), 1)
  assert.equal(good(studyDayOf('2014-01-02', '2014-01-16', 'usdm')).day, 14)
  assert.deepEqual(dateOfStudyDay('2016-01-16', 45, 'sdtm'), { date: '2016-02-29' })
  assert.deepEqual(dateOfStudyDay('2016-01-16', 45, 'usdm'), { date: '2016-03-01' })
  assert.deepEqual(dateOfStudyDay('2016-01-16', 0, 'sdtm'), { problem: 'noDayZero' })
  assert.ok(isTimeProblem(dateOfStudyDay('2016-01-16', 1.5, 'sdtm')))
})

test('a window is in from its first day to its last, in the zone of the site', () => {
  const timing = { target: 'P14D', early: 'P3D', late: 'P2D' }
  const window = good(visitWindowOf(at('2017-03-15T23:30Z', paris), timing, paris))
  assert.equal(window.due.firstDay, '2017-03-30')
  const status = (text: string) => timingOfVisit(window, at(text)).status
  assert.equal(status('2017-03-26T21:59Z'), 'early')
  assert.equal(status('2017-03-26T22:00Z'), 'in')
  assert.equal(status('2017-04-01T23:59+02:00'), 'in')
  assert.equal(status('2017-04-02T00:00+02:00'), 'late')
  assert.equal(status('2017-04'), 'unknown')
  assert.equal(status('2017-05'), 'late')
  const now = (text: string) => timingWithoutVisit(window, at(text)).status
  assert.deepEqual(['2017-03-26', '2017-03-27', '2017-04-01', '2017-04-02'].map(now), [
    'ahead',
    'due',
    'due',
    'missed',
  ])
})

test('a window of hours is of instants', () => {
  const timing = { target: 'PT48H', early: 'PT2H', late: 'PT2H' }
  const window = good(visitWindowOf(at('2017-03-25T10:00', paris), timing, paris))
  const status = (text: string) => timingOfVisit(window, at(text, paris)).status
  assert.equal(window.due.instant, '2017-03-27T09:00:00Z')
  assert.equal(status('2017-03-27T08:59'), 'early')
  assert.equal(status('2017-03-27T09:00'), 'in')
  assert.equal(status('2017-03-27T13:00'), 'in')
  assert.equal(status('2017-03-27T13:01'), 'late')
  assert.equal(status('2017-03-27'), 'unknown')
  const problem = (anchor: string, early: string) => {
    const result = visitWindowOf(at(anchor), { ...timing, early }, paris)
    return isTimeProblem(result) ? result.problem : undefined
  }
  assert.equal(problem('2017-03-25', 'PT2H'), 'needsTime')
  assert.equal(problem('2017-03-25T10:00Z', '-PT2H'), 'negativeDuration')
})

test('a clock is shown before anybody has judged, the shorter where life may have been threatened', () => {
  const told = at('2017-03-24T16:40', paris)
  const event = { serious: true, related: true }
  assert.deepEqual(good(expeditedClocks(told, { ...event, fatalOrLifeThreatening: false })), {
    rule: 'expedited-7-15@1',
    expedited: 'unknown',
    day0: '2017-03-24',
    isContradictory: false,
    ifExpedited: { days: 15, due: '2017-04-08' },
    missing: ['unexpected'],
  })
  const open = good(expeditedClocks(told, { ...event, unexpected: true }))
  assert.deepEqual(open.clock, { days: 7, due: '2017-03-31', followUpDue: '2017-04-08' })
  assert.deepEqual(open.missing, ['fatalOrLifeThreatening'])
  const odd = good(
    expeditedClocks(told, {
      serious: false,
      related: true,
      unexpected: true,
      fatalOrLifeThreatening: true,
    }),
  )
  assert.deepEqual([odd.expedited, odd.isContradictory], ['met', true])
})

test('hours that are added to a whole day move the whole of it', () => {
  const moved = good(addTo(at('2017-03-25', paris), 'PT48H', paris))
  assert.deepEqual(
    [moved.from, moved.until, moved.firstDay, moved.lastDay, moved.instant],
    ['2017-03-26T23:00:00Z', '2017-03-27T23:00:00Z', '2017-03-27', '2017-03-28', undefined],
  )
  const far = hoursBetween(at('2017-03-09', paris), at('2017-03-11T12:00', paris))
  assert.deepEqual(far, { least: 36, most: 60 })
})

test('a time that makes a day impossible is no day either', () => {
  assert.deepEqual(readDays('2017-03-09T10:30+01:00'), {
    firstDay: '2017-03-09',
    lastDay: '2017-03-09',
  })
  for (const text of ['2017-03-09T', '2017-03-09T25:00', '2017-03-09T10:70', '2017-03-09X'])
    assert.ok(isTimeProblem(readDays(text)), text)
})

test('fractions of a second and offsets of all forms are kept', () => {
  assert.equal(at('2017-03-09T10:00:15.250Z').instant, '2017-03-09T10:00:15.25Z')
  assert.equal(at('2017-03-09T10:00:15,000000001+0100').instant, '2017-03-09T09:00:15.000000001Z')
  assert.equal(at('2017-03-09T10:00-03').instant, '2017-03-09T13:00:00Z')
  assert.equal(at('2017-03-09T23:30-03:30').firstDay, '2017-03-09')
  assert.equal(at('2017-03-09T23:30-03:30', paris).firstDay, '2017-03-10')
  assert.deepEqual(
    [
      '2017',
      '2017-03',
      '2017-03-09',
      '2017-03-09T10Z',
      '2017-03-09T10:00Z',
      '2017-03-09T10:00:00Z',
    ].map((text) => at(text).precision),
    ['year', 'month', 'day', 'hour', 'minute', 'second'],
  )
})
