import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyFields, searchFields } from '../../finder/catalogue/model/fields.ts'
import { listFields, textFields } from '../../finder/question/asked.ts'
import { type FewStudy, fewStudies } from '../../testing/few-studies.ts'
import { en } from '../../words/en/en.ts'
import { fr } from '../../words/fr/fr.ts'

test('the help lists every name an address of a search may hold', () => {
  for (const { help } of [en, fr]) {
    const listed = help.address.rows.flatMap(([names = '']) => names.split(', '))
    assert.deepEqual(
      [...textFields, ...listFields].filter((name) => !listed.includes(name)),
      [],
    )
  }
})

test('the help lists every part of a record that is searched, and each is', () => {
  for (const { help } of [en, fr]) {
    assert.deepEqual(Object.keys(help.searched.fields), [...searchFields])
    assert.deepEqual(Object.keys(help.searched.longTexts), [...bodyFields])
  }
  const few = fewStudies([whole, { identificationModule: { nctId: '', briefTitle: 'Another' } }])
  const searched = new Set<string>()
  for (const [q, field] of Object.entries(inEachPart)) {
    const { hits, inEligibility } = few.search({ q, exact: true })
    assert.deepEqual([q, ...hits.map(({ nctId }) => nctId)], [q, 'NCT00000001'])
    assert.equal(inEligibility, field in en.help.searched.longTexts, q)
    searched.add(field)
  }
  few.close()
  assert.deepEqual([...searched].toSorted(), [...searchFields, ...bodyFields].toSorted())
})

/** A word of its own for each text of a record, with the part it is in. */
const inEachPart: Readonly<
  Record<string, (typeof searchFields)[number] | (typeof bodyFields)[number]>
> = {
  'zq-1001': 'id',
  'EudraCT 2014-002715-41': 'id',
  zacro: 'acronym',
  zbrief: 'briefTitle',
  zofficial: 'officialTitle',
  zcondition: 'condition',
  zkeyword: 'keyword',
  zmesh: 'conditionMesh',
  zothermesh: 'conditionMesh',
  zdrug: 'intervention',
  zothername: 'intervention',
  zdrugmesh: 'intervention',
  zsecondmesh: 'intervention',
  zarm: 'arm',
  zgiven: 'arm',
  zsummary: 'summary',
  zprimary: 'primaryOutcome',
  zsecondary: 'otherOutcome',
  zsponsor: 'sponsor',
  zcollaborator: 'sponsor',
  zfacility: 'site',
  zcity: 'site',
  zchief: 'people',
  zcontact: 'people',
  double: 'design',
  zcriterion: 'eligibility',
  zpopulation: 'eligibility',
  zlong: 'description',
}

const whole: FewStudy = {
  identificationModule: {
    nctId: '',
    orgStudyIdInfo: { id: 'ZQ-1001' },
    secondaryIdInfos: [{ id: '2014-002715-41' }],
    acronym: 'ZACRO',
    briefTitle: 'Zbrief',
    officialTitle: 'Zofficial',
  },
  conditionsModule: { conditions: ['Zcondition'], keywords: ['zkeyword'] },
  descriptionModule: { briefSummary: 'Zsummary.', detailedDescription: 'Zlong.' },
  armsInterventionsModule: {
    interventions: [{ name: 'Zdrug', otherNames: ['Zothername'], description: 'Zgiven' }],
    armGroups: [{ label: 'Zarm' }],
  },
  outcomesModule: {
    primaryOutcomes: [{ measure: 'Zprimary' }],
    secondaryOutcomes: [{ measure: 'Zsecondary' }],
  },
  sponsorCollaboratorsModule: {
    leadSponsor: { name: 'Zsponsor' },
    collaborators: [{ name: 'Zcollaborator' }],
  },
  contactsLocationsModule: {
    locations: [{ facility: 'Zfacility', city: 'Zcity' }],
    overallOfficials: [{ name: 'Zchief' }],
    centralContacts: [{ name: 'Zcontact' }],
  },
  designModule: { designInfo: { maskingInfo: { masking: 'DOUBLE' } } },
  eligibilityModule: { eligibilityCriteria: 'Zcriterion', studyPopulation: 'Zpopulation' },
  derived: {
    conditionBrowseModule: { meshes: [{ term: 'Zmesh' }, { term: 'Zothermesh' }] },
    interventionBrowseModule: { meshes: [{ term: 'Zdrugmesh' }, { term: 'Zsecondmesh' }] },
  },
}
