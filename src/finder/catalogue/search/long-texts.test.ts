import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FewStudies, type FewStudy, fewStudies } from '../../../testing/few-studies.ts'
import { ReadingTooLong } from '../select/verify.ts'

const eligibility = [
  'Written consent of both parents',
  'Consent is written',
  'Is able to give informed consent, written in French',
  'No consent',
]
const descriptions = [
  'The quokka rests while written consent is asked for.',
  'Rests the quokka?',
  'A quokka. Rests are long.',
  'Nothing of that',
]
/** The last words of a text in which one word stands more often than its places are kept. */
const veryLong = `${'a hospital of the town, '.repeat(1100)} or the quagga hospital`

/** The study of a number has these texts; more studies than were ever read for one phrase. */
function textsOf(number: number): { readonly eligibility: string; readonly description: string } {
  return {
    eligibility: number === 7 ? veryLong : (eligibility[number % 4] ?? ''),
    description: number === 9 ? veryLong : (descriptions[number % 7] ?? ''),
  }
}

const numbers = Array.from({ length: 1300 }, (_, index) => index + 1)
const records: readonly FewStudy[] = numbers.map((number) => ({
  identificationModule: { nctId: '', briefTitle: `Study of ${number}` },
  eligibilityModule: { eligibilityCriteria: textsOf(number).eligibility },
  descriptionModule: { detailedDescription: textsOf(number).description },
}))

/** What a reading of the texts finds: each phrase here is written so in the texts. */
function reading(of: readonly ('eligibility' | 'description')[], phrase: RegExp): number[] {
  return numbers.filter((number) => of.some((kind) => phrase.test(textsOf(number)[kind])))
}

const both = ['eligibility', 'description'] as const
const asked = [
  [{ elig: '"written consent"' }, reading(['eligibility'], /written consent/i)],
  [{ elig: '"informed consent"' }, reading(['eligibility'], /informed consent/i)],
  [{ elig: '"consent of both"' }, reading(['eligibility'], /consent of both/i)],
  [{ elig: '"quokka rests"' }, []],
  [{ elig: '"quagga hospital"' }, [7]],
  [{ q: '"written consent"' }, reading(both, /written consent/i)],
  // A sentence may end between the words of a phrase.
  [{ q: '"quokka rests"' }, reading(['description'], /quokka\.? rests/i)],
  [{ q: '"rests the quokka"' }, reading(['description'], /rests the quokka/i)],
  [{ q: '"quagga hospital"' }, [7, 9]],
  [
    { elig: 'consent NOT "written consent"' },
    reading(['eligibility'], /consent/i).filter((number) => number % 4 !== 0),
  ],
] as const

for (const segments of [1, 2, 5, 24])
  test(`a phrase finds every long text that holds it, in ${segments} segments`, () => {
    const few = fewStudies(records, segments)
    for (const [query, expected] of asked) {
      const { total, inEligibility } = few.search({ ...query, pageSize: 10 })
      assert.equal(total, expected.length, JSON.stringify(query))
      if (total > 0) assert.equal(inEligibility, 'q' in query)
      assert.deepEqual(everyStudy(few, query), expected, JSON.stringify(query))
    }
    few.close()
  })

function everyStudy(few: FewStudies, query: { readonly elig?: string; readonly q?: string }) {
  return few.find({ ...query, pageSize: 2000 })
}

test('a phrase of what the index holds is found without reading; of what it does not, whole or not at all', () => {
  const few = fewStudies(records, 3)
  const elig = reading(['eligibility'], /written consent/i).length
  assert.equal(few.search({ elig: '"written consent"' }, 0).total, elig)
  assert.throws(() => few.search({ q: '"quokka rests"' }, 0), ReadingTooLong)
  assert.equal(
    few.search({ q: '"quokka rests"' }, 60_000).total,
    everyStudy(few, { q: '"quokka rests"' }).length,
  )
  few.close()
})

test('a name that stands after a thousand others in a list of sites is found as a phrase', () => {
  const sites = Array.from({ length: 1500 }, (_, at) => ({
    facility: `Hospital ${at} of the town`,
  }))
  const few = fewStudies([
    {
      identificationModule: { nctId: '', briefTitle: 'A large study' },
      contactsLocationsModule: { locations: [...sites, { facility: 'Hospital Zugspitze' }] },
    },
    {
      identificationModule: { nctId: '', briefTitle: 'Zugspitze and hospital' },
      contactsLocationsModule: { locations: sites },
    },
  ])
  assert.deepEqual(few.find('"hospital zugspitze"'), [1])
  few.close()
})

test('words that only the long texts of a study hold are its reason, in the order in which these have them', () => {
  const few = fewStudies([
    {
      identificationModule: { nctId: '', briefTitle: 'A study of rest' },
      eligibilityModule: { eligibilityCriteria: 'Has seen a quokka', studyPopulation: 'Quaggas' },
      descriptionModule: { detailedDescription: 'A numbat is shown; the quokka rests' },
    },
    {
      identificationModule: { nctId: '', briefTitle: 'Of a numbat' },
      eligibilityModule: { eligibilityCriteria: 'Has seen a wombat' },
    },
  ])
  const reasons = (q: string): unknown => few.search({ q }).hits.map(({ why }) => why)
  const eligibility = (words: string): unknown => [[{ kind: 'eligibility', words }]]
  assert.deepEqual(reasons('quokka'), eligibility('quokka'))
  assert.deepEqual(reasons('numbat quagga quokka'), eligibility('quokka, quagga, numbat'))
  assert.deepEqual(reasons('rest quokka'), [
    [
      { kind: 'field', words: 'rest', field: 'title' },
      { kind: 'eligibility', words: 'quokka' },
    ],
  ])
  few.close()
})
