import { line, type Markup } from '../../shell/markup.ts'
import { ageLimit } from '../../shell/parts/ages.ts'
import { datedFact, dateText } from '../../shell/parts/dates.ts'
import { spokenDate } from '../../../words/dates.ts'
import { plainText } from '../parts/registry-text.ts'
import { lookup, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { enrolment } from './glance.ts'

/** A value that history keeps as the registry writes it, in the reader's words; only prose stays in English. */
export function spoken(view: StudyView, path: string, value: string): Markup {
  const { page } = view
  const last = path.split('.').at(-1) ?? ''
  if (last.endsWith('Age')) return ageLimit(page, value)
  if (last.endsWith('Struct')) {
    const [date = '', type = ''] = value.split(', ')
    if (spokenDate(page.language, date)) return datedFact(page, { date, type }) ?? line``
  }
  if (spokenDate(page.language, value)) return dateText(page, value)
  const number = last === 'enrollmentInfo' ? /^(\d+)(?:, (\w+))?$/.exec(value) : undefined
  if (number) return line`${enrolment(page, Number(number[1]), number[2])}`
  const lines = value.split('\n').map((each) => spokenLine(view, codesOf(view, last), each))
  return line`${lines.map((each, index) => (index === 0 ? each : line`<br />${each}`))}`
}

type Codes = Readonly<Record<string, string>>

/** Entries are pieces with commas between them; a piece that is a code is said, what is between is quoted. */
function spokenLine({ page }: StudyView, codes: Codes, text: string): Markup {
  const pieces = text.replace(bullet, '').split(', ')
  const runs: (string[] | string)[] = []
  for (const piece of pieces) {
    const said = lookup(codes, piece)
    const run = runs.at(-1)
    if (said !== undefined) runs.push(said)
    else if (Array.isArray(run)) run.push(piece)
    else runs.push([piece])
  }
  const between = page.language === 'fr' ? '\u00a0;' : ';'
  const shown = runs.map((run) =>
    typeof run === 'string' ? line`${run}` : own(page, plainText(run.join(', '))),
  )
  return line`${shown.map((run, index) => (index === 0 ? run : line`${between} ${run}`))}`
}

/** The mark of a list, which is of no use on a line by itself. */
const bullet = /^\s*[*\-•]\s+/

/** The codes that may be in a value of this name, each in plain words. */
function codesOf({ page, words }: StudyView, last: string): Codes {
  const { common } = page.words
  switch (last) {
    case 'overallStatus':
    case 'lastKnownStatus':
    case 'status':
    case 'locations':
      return labels(common.statuses)
    case 'phases':
      return labels(common.phases)
    case 'studyType':
      return labels(common.types)
    case 'sex':
      return common.sexes
    case 'healthyVolunteers':
    case 'hasResults':
      return { true: common.yes, false: common.no }
    case 'designInfo':
      return designCodes(words)
    case 'armGroups':
      return words.armType
    case 'interventions':
      return words.interventionType
    case 'contacts':
    case 'centralContacts':
    case 'overallOfficials':
      return words.role
    case 'leadSponsor':
    case 'collaborators':
      return common.sponsorClasses
    default:
      return {}
  }
}

function labels(table: Readonly<Record<string, { readonly label: string }>>): Codes {
  return Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]))
}

/** The codes of these lists do not clash but for OTHER, which means the same in each. */
function designCodes(words: StudyView['words']): Codes {
  const { model, observationalModel, timePerspective, whoMasked, masking, purpose, allocation } =
    words
  return {
    ...model,
    ...observationalModel,
    ...timePerspective,
    ...whoMasked,
    ...masking,
    ...purpose,
    ...allocation,
  }
}
