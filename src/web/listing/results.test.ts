import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { readResults } from '../../finder/registry/study-results.ts'
import { smallApp, stored } from '../../testing/small-site.ts'
import { assertValid } from '../../testing/valid-html.ts'
import { createSite } from '../site.ts'

const groups = [
  { id: 'G0', title: 'Placebo' },
  { id: 'G1', title: 'Antibiotic' },
]
const each = (name: string, first: string, second: string) => [
  { groupId: 'G0', [name]: first },
  { groupId: 'G1', [name]: second },
]
const section = {
  participantFlowModule: {
    groups,
    periods: [
      {
        title: 'Overall Study',
        milestones: [
          { type: 'STARTED', achievements: each('numSubjects', '156', '162') },
          { type: 'COMPLETED', achievements: each('numSubjects', '152', '158') },
        ],
        dropWithdraws: [{ type: 'Withdrawal by Subject', reasons: each('numSubjects', '4', '4') }],
      },
    ],
  },
  outcomeMeasuresModule: {
    outcomeMeasures: [
      {
        type: 'PRIMARY',
        title: 'Clinical Cure',
        timeFrame: '9 to 11 days',
        paramType: 'COUNT_OF_PARTICIPANTS',
        unitOfMeasure: 'Participants',
        groups,
        denoms: [{ units: 'Participants', counts: each('value', '152', '158') }],
        classes: [{ categories: [{ measurements: each('value', '91', '117') }] }],
        analyses: [
          {
            groupIds: ['G0', 'G1'],
            pValue: '<0.05',
            paramType: 'Risk Difference (RD)',
            paramValue: '14.1',
            ciPctValue: '95',
            ciLowerLimit: '3.7',
            ciUpperLimit: '24.3',
          },
        ],
      },
      { type: 'SECONDARY', title: 'Not a main question', groups, classes: [] },
    ],
  },
  adverseEventsModule: {
    timeFrame: '20 days',
    eventGroups: [
      {
        id: 'G0',
        title: 'Placebo',
        seriousNumAffected: 0,
        seriousNumAtRisk: 152,
        otherNumAffected: 12,
        otherNumAtRisk: 152,
      },
      {
        id: 'G1',
        title: 'Antibiotic',
        seriousNumAffected: 1,
        seriousNumAtRisk: 158,
        otherNumAffected: 23,
        otherNumAtRisk: 158,
      },
    ],
    seriousEvents: [
      {
        term: 'Pneumonia',
        organSystem: 'Lungs',
        stats: [{ groupId: 'G1', numAffected: 1, numAtRisk: 158 }],
      },
    ],
    otherEvents: [
      { term: 'Rash', stats: [{ groupId: 'G0', numAffected: 2, numAtRisk: 152 }] },
      { term: 'Diarrhoea', stats: [{ groupId: 'G1', numAffected: 20, numAtRisk: 158 }] },
    ],
  },
}

function finished(resultsSection: Record<string, unknown> = section): StoredStudy {
  const one = stored({
    identificationModule: { nctId: 'NCT00000001', briefTitle: 'An Antibiotic' },
    statusModule: {
      overallStatus: 'COMPLETED',
      primaryCompletionDateStruct: { date: '2010-07-10', type: 'ACTUAL' },
      resultsFirstPostDateStruct: { date: '2012-03-13', type: 'ACTUAL' },
    },
  })
  return { ...one, study: { ...one.study, hasResults: true, resultsSection } }
}

async function page(one: StoredStudy, prefix = ''): Promise<string> {
  const response = await createSite(smallApp([one])).request(`${prefix}/studies/NCT00000001`)
  const text = await response.text()
  await assertValid(text, prefix)
  return text
}

function words(text: string): string {
  return text
    .slice(text.indexOf('<main'), text.indexOf('</main>'))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ')
}

test('what was found is shown with its numbers as written, a picture of the same, and how late it came', async () => {
  const text = await page(finished())
  const said = words(text)
  assert.match(said, /Finished, with results/)
  assert.match(
    said,
    /Results are in the registry since 13 March 2012 ?, 20 months after the main question was measured/,
  )
  assert.match(text, /href="#results">See what was found/)
  assert.match(said, /Placebo 91 of 152 \(60%\)/)
  assert.match(said, /Antibiotic 158 117 \(74%\)/)
  assert.match(text, /<rect class="bar-b" width="74\.1" height="6"/)
  assert.match(said, /Risk Difference \(RD\) ?14\.1, 95% interval from 3\.7 to 24\.3, p < 0\.05/)
  assert.doesNotMatch(said, /Not a main question/)
})

test('who took part and what harmed people are tables that a person can read, without codes', async () => {
  const said = words(await page(finished()))
  assert.match(said, /Started 156 162 Stayed to the end 152 158 Left: own choice 4 4/)
  assert.match(said, /Any serious event 0 of 152 \(0%\) 1 of 158 \(1%\)/)
  assert.match(said, /Any other event 12 of 152 \(8%\) 23 of 158 \(15%\)/)
  assert.match(said, /Diarrhoea – 20 of 158 \(13%\) Rash/)
  assert.doesNotMatch(said, /COUNT_OF|STARTED|numAffected/)
})

test('in French the numbers are French and the team’s English is marked', async () => {
  const text = await page(finished(), '/fr')
  const said = words(text)
  assert.match(said, /20 mois après la mesure de la question principale/)
  assert.match(said, /14,1, intervalle à 95 % de 3,7 à 24,3/)
  assert.match(text, /lang="en">Clinical Cure/)
})

test('an outcome of several values or below zero has no bars, and what cannot be read is left out', async () => {
  const [cure] = section.outcomeMeasuresModule.outcomeMeasures
  const measure = {
    ...cure,
    paramType: 'MEAN',
    classes: [{ categories: [{ measurements: each('value', '-1.5', '2') }] }],
  }
  const negative = { outcomeMeasuresModule: { outcomeMeasures: [measure] } }
  const text = await page(finished(negative))
  assert.doesNotMatch(text, /<rect class="bar/)
  assert.match(words(text), /Placebo 152 -1\.5/)
  for (const broken of [
    undefined,
    'x',
    [],
    {},
    { participantFlowModule: { groups: 7 } },
    { outcomeMeasuresModule: { outcomeMeasures: [null, { type: 'PRIMARY' }] } },
  ])
    assert.equal(readResults(broken), undefined)
})

test('a study without results is called late only where a rule surely asks for them, and one that is not due says nothing of it', async () => {
  const late = stored({
    identificationModule: { nctId: 'NCT00000001', briefTitle: 'B' },
    statusModule: {
      overallStatus: 'COMPLETED',
      primaryCompletionDateStruct: { date: '2025-05-31', type: 'ACTUAL' },
    },
  })
  assert.match(
    words(await page(late)),
    /No results in the registry yet: 17 months after the main question was measured/,
  )
  const asked = stored({
    ...late.study.protocolSection,
    designModule: { studyType: 'INTERVENTIONAL', phases: ['PHASE2'] },
    oversightModule: { isFdaRegulatedDrug: true },
    armsInterventionsModule: { interventions: [{ type: 'DRUG', name: 'Anakinra' }] },
  })
  assert.match(words(await page(asked)), /No results in the registry yet: 5 months late/)
  const due = stored({
    identificationModule: { nctId: 'NCT00000001', briefTitle: 'B' },
    statusModule: {
      overallStatus: 'COMPLETED',
      primaryCompletionDateStruct: { date: '2026-05-31', type: 'ACTUAL' },
    },
  })
  assert.doesNotMatch(words(await page(due)), /late|months after/)
})
