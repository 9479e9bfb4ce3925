import { testVectors } from '../../../testing/run-vectors.ts'
import { ageOn } from './age.ts'
import { soleCount } from './days.ts'
import { addTo } from './duration.ts'
import { expeditedClocks } from './expedited.ts'
import { readMoment } from './moment.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { dateOfStudyDay, illnessDayOf, studyDayOf } from './study-day.ts'
import { timingOfVisit, visitWindowOf } from './window.ts'

testVectors('time.json', {
  exactAge: ({ birth, on }) => {
    const age = ageOn(String(birth), String(on))
    if (isTimeProblem(age)) return { refuse: age.problem === 'before' }
    const [years, months, days] = [age.years, age.months, age.days].map(soleCount)
    return {
      years,
      months,
      days,
      yearsByAdding: years,
      monthsByAdding: months,
      // The other convention is not ours: the vector says what it would be.
      monthsByComparingDayNumbers: byDayNumbers(String(birth), String(on)),
      // In days it is not known; whether it is in months depends on the day.
      mustAsk: days === undefined,
    }
  },
  illnessDay: ({ firstFeverDay, on }) => {
    const { day } = good(illnessDayOf(String(firstFeverDay), String(on)))
    return { day, withinJ7toJ14: day >= 7 && day <= 14 }
  },
  studyDaySDTM: ({ rfstdtc, dtc }) => ({
    ...good(studyDayOf(String(rfstdtc), String(dtc), 'sdtm')),
  }),
  studyDayDate: ({ dayOne, day }) => good(dateOfStudyDay(String(dayOne), Number(day), 'sdtm')),
  addDuration: ({ at, zone }) => {
    const moment = readMoment(String(at), String(zone))
    if (isTimeProblem(moment)) {
      if (moment.problem !== 'timeHappensTwice') return moment
      const candidates = moment.candidates.map((one) => good(readMoment(one)).instant)
      return { mustAsk: true, candidates }
    }
    const after = (duration: string) => good(addTo(moment, duration, String(zone)))
    const [day, twoDays, calendar] = ['PT24H', 'PT48H', 'P2D'].map(after)
    return {
      utc: moment.instant,
      plusPT24H: day?.instant,
      plusPT48H: twoDays?.instant,
      plusP2D: calendar?.instant,
      PT48HLocal: twoDays?.text.replace(/:00([+-]\d{2}):/, '$1'),
      differ: twoDays?.instant !== calendar?.instant,
    }
  },
  visitWindow: ({ anchor, targetDays, earlyDays, lateDays, actual }) => {
    const timing = {
      target: `P${Number(targetDays)}D`,
      early: `P${Number(earlyDays)}D`,
      late: `P${Number(lateDays)}D`,
    }
    const window = good(visitWindowOf(good(readMoment(String(anchor))), timing, 'Europe/Paris'))
    const visit = timingOfVisit(window, good(readMoment(String(actual))))
    return { dueDate: window.due.firstDay, ...visit }
  },
  susarClock: ({ sponsorAware, zone, serious, related, unexpected, fatalOrLifeThreatening }) => {
    const day = good(readMoment(String(sponsorAware), String(zone)))
    const event = {
      serious: serious === true,
      related: related === true,
      unexpected: unexpected === true,
      fatalOrLifeThreatening: fatalOrLifeThreatening === true,
    }
    const { day0, clock, expedited } = good(expeditedClocks(day, event))
    return { day0, initialDue: clock?.due, expedited: expedited === 'met' }
  },
})

function byDayNumbers(birth: string, on: string): number | undefined {
  if (birth.length !== 10) return undefined
  return Temporal.PlainDate.from(birth).until(on, { largestUnit: 'months' }).months
}

function good<Result extends object>(result: Result | TimeProblem): Result {
  if (isTimeProblem(result)) throw new Error(JSON.stringify(result))
  return result
}
