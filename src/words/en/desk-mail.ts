import { counter } from '../language/plural.ts'

const count = counter('en')
const things = { one: 'thing waits', other: 'things wait' }

/**
 * The daily mail of a desk, and the page that stops it, in English. It says how much waits and where, and never of whom or what
 * was measured: a mail is read on screens that others see.
 */
export const deskMailEn = {
  subject: (all: number) => `${count(all, things)} on your desk`,
  title: 'What waits on your desk',
  lead: 'This is how it stood this morning.',
  place: (study: string, site: string) => `${study}, ${site}`,
  counts: {
    overdue: (many: number) =>
      count(many, { one: 'visit is past its day', other: 'visits are past their day' }),
    missed: (many: number) =>
      count(many, {
        one: 'visit was missed: its last day is over since yesterday',
        other: 'visits were missed: their last day is over since yesterday',
      }),
    consent: (many: number) =>
      count(many, { one: 'new consent is to be signed', other: 'new consents are to be signed' }),
    queries: (many: number) =>
      count(many, {
        one: 'question about what was recorded waits for an answer',
        other: 'questions about what was recorded wait for an answer',
      }),
  },
  button: 'Open it on your desk',
  limits: 'Who it is stands on your desk, and not in this mail. Sign in to read it.',
  often: 'This mail comes once a day at most, and only when something waits.',
  stop: 'Stop this daily mail',
  stopPage: {
    title: 'Stop the daily mail?',
    text: 'You then get no mail in the morning about what waits on your desk. The desk itself shows it as before, and mail about safety deadlines still comes.',
    button: 'Stop it',
    doneTitle: 'The daily mail is stopped',
    doneText: 'You can start it again in your account.',
    account: 'Your account',
    unknownTitle: 'This link does not work',
    unknownText:
      'It may be cut off. Copy the whole link from the newest mail, or stop the mail in your account.',
  },
  setting: {
    title: 'Daily mail',
    on: 'In the morning we mail you how much waits on your desk, when something does. No name and no value is in it.',
    off: 'The daily mail about what waits on your desk is stopped.',
    stop: 'Stop the daily mail',
    start: 'Start the daily mail',
  },
}
