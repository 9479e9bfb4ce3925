/**
 * Counts how many rules of drawn records a self-check asks in plain words, and prints a sample beside the record's words
 * to be read: `node bench/experience/check-questions.ts --from FILE [--records 200] [--seed 1] [--show 100] [--wide]`.
 */
import { parseArgs } from 'node:util'
import { readSnapshot, snapshotFolder } from '../read-snapshot.ts'
import { chance, hashText } from '../random.ts'
import { decide } from '../../src/finder/eligibility/decide.ts'
import { ageInDays, parseAge } from '../../src/finder/registry/ages.ts'
import type { CheckedStudy } from '../../src/finder/self-check/outcome.ts'
import type { Criterion } from '../../src/finder/eligibility/criteria.ts'
import type { Reading } from '../../src/finder/eligibility/reading.ts'
import { questionText } from '../../src/finder/self-check/question-text.ts'
import { allQuestions } from '../../src/finder/self-check/questions.ts'
import { saysNoRule } from '../../src/finder/self-check/plain/no-rule.ts'
import { selfCheckOf } from '../../src/finder/self-check/self-check.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import type { AskedRule } from '../../src/words/language/asked.ts'
import type { Language } from '../../src/words/language/language.ts'
import { wordsOf } from '../../src/words/words.ts'

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: snapshotFolder() },
    records: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
    wide: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const vocabulary = openVocabulary()
const today = Temporal.Now.plainDateISO().toString()

interface AskedLine {
  readonly nctId: string
  readonly criterion: Criterion
  readonly rule: AskedRule
  readonly readings: readonly Reading[]
}

const studies = await readSnapshot(values.from)
const drawn = studies
  .map((study) => ({ study, order: chance(seed, hashText(idOf(study))) }))
  .toSorted((one, other) => one.order - other.order)
  .slice(0, Number(values.records))
  .map(({ study }) => study)

const asked: AskedLine[] = []
let told = 0
let all = 0
for (const study of drawn) {
  const { groups, study: checked } = selfCheckOf(study.protocolSection, { vocabulary, today })
  const bySome = toldOf(checked)
  for (const { criterion, ask, isToldByPerson } of allQuestions(groups)) {
    if (criterion.opens || saysNoRule(criterion)) continue
    all += 1
    if (isToldByPerson || bySome.has(criterion.id)) told += 1
    else if (ask.kind === 'rule')
      asked.push({ nctId: idOf(study), criterion, rule: ask.rule, readings: ask.readings })
  }
}

/** The rules that the age and sex of a person within the study's limits tell: nobody is asked them. */
function toldOf({ protocol, criteria, readings }: CheckedStudy): ReadonlySet<string> {
  const { minimumAge, maximumAge, sex } = protocol.eligibilityModule ?? {}
  const [least, most] = [minimumAge, maximumAge].map((text) => {
    const age = parseAge(text)
    return age && ageInDays(age)
  })
  const ageDays =
    least !== undefined ? least + ((most ?? least + 7_300) - least) / 2 : most ? most / 2 : 14_600
  const facts = { ageDays, sex: sex === 'MALE' ? ('MALE' as const) : ('FEMALE' as const) }
  const decided = decide(criteria, facts, 'screening', {
    limits: protocol.eligibilityModule ?? {},
    read: ({ id }) => readings.get(id) ?? [],
  })
  const settled = decided.criteria.filter(({ reason }) => reason.because === 'facts')
  return new Set(settled.map(({ id }) => id))
}

const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`
console.log(`${drawn.length} records, ${all} rules`)
const open = asked.filter(({ rule }) => rule.isWide && rule.isPart).length
const wide = asked.filter(({ rule }) => rule.isWide).length - open
const inPart = asked.filter(({ rule }) => rule.isPart).length - open
console.log(
  `asked in plain words: ${asked.length}, ${percent(asked.length, all)}; ${wide} of them more widely than the rule, ${inPart} in part, ${open} by what the rule names (the site asks the rest)`,
)
console.log(`told by age and sex: ${told}; with them ${percent(asked.length + told, all)}`)

const sample = asked
  .filter(({ rule }) => !values.wide || rule.isWide === true)
  .map((line, at) => ({ line, order: chance(seed + 1, at) }))
  .toSorted((one, other) => one.order - other.order)
  .slice(0, Number(values.show))
for (const { line } of sample) console.log(shown(line))

function shown({ nctId, criterion, rule, readings }: AskedLine): string {
  const asked = (language: Language): string =>
    questionText({ language, words: wordsOf(language) }, { rule, readings }, 'me')
  const turned = `${rule.isTurned ? ' [the other way round]' : ''}${marks(rule)}`
  return [
    `\n${nctId} ${criterion.id} ${criterion.text}`,
    `   ${asked('en')}${turned}`,
    `   ${asked('fr')}`,
  ].join('\n')
}

/** What the answers tell of the rule, as the page takes them. */
function marks({ isWide, isPart }: AskedRule): string {
  if (isWide && isPart) return ' [no answer decides: the site asks the rest]'
  if (isWide) return ' [wider: a no tells, a yes leaves it open]'
  return isPart ? ' [in part: a yes tells, a no leaves it open]' : ''
}

function idOf(study: { protocolSection: { identificationModule: { nctId: string } } }): string {
  return study.protocolSection.identificationModule.nctId
}
