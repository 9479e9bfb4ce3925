import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseRecord } from '../parse-record.ts'
import { isProblem, type ReadStudy } from '../records.ts'

const examples = join(import.meta.dirname, '../../../testing/examples')
const older = example('NCT02390596.2018-05-29.xml')
const later = example('NCT02390596.2020-07-28.xml')

test('the first study is read in both versions, without a warning', () => {
  for (const { study, warnings } of [older, later]) {
    const { identificationModule } = study.protocolSection
    assert.deepEqual(warnings, [])
    assert.equal(identificationModule.nctId, 'NCT02390596')
    assert.equal(identificationModule.briefTitle, 'Anakinra and Kawasaki Disease')
    assert.equal(identificationModule.acronym, 'KAWAKINRA')
    assert.deepEqual(identificationModule.secondaryIdInfos, [{ id: '2014-002715-41' }])
    assert.equal(study.hasResults, false)
    assert.equal('resultsSection' in study, false)
  }
  assert.equal(older.processed, '2018-05-29')
  assert.equal(later.processed, '2020-07-28')
})

test('its status changed from unknown, last known as recruiting, to completed', () => {
  const [before, after] = [older, later].map((read) => read.study.protocolSection.statusModule)
  assert.equal(before?.overallStatus, 'UNKNOWN')
  assert.equal(before?.lastKnownStatus, 'RECRUITING')
  assert.equal(after?.overallStatus, 'COMPLETED')
  assert.equal(after?.lastKnownStatus, undefined)
  assert.deepEqual(before?.startDateStruct, { date: '2015-03' })
  assert.deepEqual(after?.startDateStruct, { date: '2016-02-05', type: 'ACTUAL' })
  assert.deepEqual(before?.completionDateStruct, { date: '2017-06', type: 'ESTIMATED' })
  assert.deepEqual(before?.lastUpdatePostDateStruct, { date: '2015-12-09', type: 'ESTIMATED' })
  assert.deepEqual(after?.lastUpdatePostDateStruct, { date: '2019-07-02', type: 'ACTUAL' })
  assert.equal(after?.statusVerifiedDate, '2018-09')
})

test('its enrolment went from 25 planned to 16, its least age from 8 months to 3', () => {
  const [before, after] = [older, later].map((read) => read.study.protocolSection)
  assert.deepEqual(before?.designModule?.enrollmentInfo, { count: 25, type: 'ESTIMATED' })
  assert.deepEqual(after?.designModule?.enrollmentInfo, { count: 16, type: 'ACTUAL' })
  assert.equal(before?.eligibilityModule?.minimumAge, '8 Months')
  assert.equal(after?.eligibilityModule?.minimumAge, '3 Months')
  assert.deepEqual(after?.eligibilityModule?.stdAges, ['CHILD', 'ADULT'])
  assert.equal(after?.eligibilityModule?.healthyVolunteers, false)
  assert.match(before?.eligibilityModule?.eligibilityCriteria ?? '', /\* Weight ≥10Kg\n/)
  assert.match(after?.eligibilityModule?.eligibilityCriteria ?? '', /\* Weight ≥5Kg\n/)
})

test('its dose ladder was rewritten, and "2-year" became "3-year"', () => {
  const [before, after] = [older, later].map((read) => read.study.protocolSection)
  const dose = (section: typeof before) =>
    section?.armsInterventionsModule?.interventions?.[0]?.description ?? ''
  assert.match(dose(before), /^The dose of Anakinra will be 2mg\/kg\. If .*\(fever \\>38°C\)/)
  assert.match(dose(after), /2mg\/kg \(patients \\<10kg and\/or \\<8 months: 4mg\/kg\)/)
  assert.match(before?.descriptionModule?.detailedDescription ?? '', /This is a 2-year open-label/)
  assert.match(after?.descriptionModule?.detailedDescription ?? '', /This is a 3-year open-label/)
})

test('its contacts were there while it recruited, and then removed', () => {
  const [before, after] = [older, later].map(
    (read) => read.study.protocolSection.contactsLocationsModule,
  )
  const contact = {
    name: 'Isabelle Koné-Paut, MD, PhD',
    role: 'CONTACT',
    phone: '+33 (0)1 45 21 32 46',
  }
  assert.deepEqual(before?.centralContacts, [
    { ...contact, email: 'isabelle.kone-paut@bct.aphp.fr' },
  ])
  assert.deepEqual(before?.locations, [
    {
      facility: 'AP-HP,Bicêtre Hospital',
      status: 'RECRUITING',
      city: 'Le Kremlin-Bicêtre',
      zip: '94275',
      country: 'France',
      contacts: [{ ...contact, email: 'isabelle.kone-Paut@bct.aphp.fr' }],
    },
  ])
  assert.equal(after?.centralContacts, undefined)
  assert.equal(after?.locations?.[0]?.contacts, undefined)
})

test('its design, arm, outcomes and terms are in the shape of the API', () => {
  const { protocolSection, derivedSection } = later.study
  assert.deepEqual(protocolSection.designModule?.designInfo, {
    allocation: 'NA',
    interventionModel: 'SINGLE_GROUP',
    primaryPurpose: 'TREATMENT',
    maskingInfo: { masking: 'NONE' },
  })
  assert.deepEqual(protocolSection.designModule?.phases, ['PHASE2'])
  assert.deepEqual(protocolSection.armsInterventionsModule?.armGroups, [
    { label: 'Anakinra', type: 'EXPERIMENTAL', interventionNames: ['Drug: Anakinra'] },
  ])
  assert.equal(protocolSection.outcomesModule?.primaryOutcomes?.length, 1)
  assert.equal(protocolSection.outcomesModule?.secondaryOutcomes?.length, 5)
  assert.deepEqual(derivedSection?.conditionBrowseModule?.meshes, [
    { term: 'Mucocutaneous Lymph Node Syndrome' },
  ])
})

test('a list in a list stands under its item', () => {
  const text = later.study.protocolSection.eligibilityModule?.eligibilityCriteria ?? ''
  assert.match(
    text,
    /\n\* Recent tuberculosis infection or with active TB\n\n {2}\* Close contact with a patient with TB\n {2}\* Patients recently.*\n {2}\* A chest radiograph suggestive of TB\n\* Patients with end stage/,
  )
  const kidcare = example('NCT03065244.2020-07-28.xml').study.protocolSection
  assert.match(
    kidcare.eligibilityModule?.eligibilityCriteria ?? '',
    /^Inclusion Criteria:\n\n\* Eligible subjects will be as follows:\n\n {2}1\. 4 weeks to 17 years of age,\n {2}2\. fulfill/,
  )
})

test('old names of tags, old words and the one-line design are understood', () => {
  const { study, warnings, processed } = read(`<clinical_study>
    <required_header><download_date>ClinicalTrials.gov processed this data on June 09, 2014</download_date></required_header>
    <id_info><nct_id>NCT00000001</nct_id><nct_alias>NCT00000002</nct_alias></id_info>
    <overall_status>Active, not recruiting</overall_status><phase>Phase 0</phase>
    <study_type>Interventional</study_type><study_design>Allocation: Non-Randomized, Endpoint Classification: Safety/Efficacy Study, Intervention Model: Crossover Assignment, Masking: Double Blind (Subject, Caregiver), Primary Purpose: Basic Science</study_design>
    <eligibility><gender>Both</gender><minimum_age>65 Years</minimum_age><maximum_age>N/A</maximum_age><healthy_volunteers>Accepts Healthy Volunteers</healthy_volunteers></eligibility>
    <firstreceived_date>July 12, 2007</firstreceived_date><lastchanged_date>May 2012</lastchanged_date>
  </clinical_study>`)
  const { statusModule, designModule, eligibilityModule } = study.protocolSection
  assert.deepEqual(warnings, [])
  assert.equal(processed, '2014-06-09')
  assert.deepEqual(study.protocolSection.identificationModule.nctIdAliases, ['NCT00000002'])
  assert.deepEqual(statusModule, {
    overallStatus: 'ACTIVE_NOT_RECRUITING',
    studyFirstSubmitDate: '2007-07-12',
    lastUpdateSubmitDate: '2012-05',
  })
  assert.deepEqual(designModule?.phases, ['EARLY_PHASE1'])
  assert.deepEqual(designModule?.designInfo, {
    allocation: 'NON_RANDOMIZED',
    interventionModel: 'CROSSOVER',
    primaryPurpose: 'BASIC_SCIENCE',
    maskingInfo: { masking: 'DOUBLE', whoMasked: ['PARTICIPANT', 'CARE_PROVIDER'] },
  })
  assert.deepEqual(eligibilityModule, {
    healthyVolunteers: true,
    sex: 'ALL',
    minimumAge: '65 Years',
    stdAges: ['OLDER_ADULT'],
  })
})

test('two phases, registries and masking told by names alone are understood', () => {
  const design = (xml: string) =>
    read(`<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info>${xml}</clinical_study>`)
      .study.protocolSection.designModule
  const type = '<study_type>Interventional</study_type>'
  assert.deepEqual(design(`<phase>Phase 1/Phase 2</phase>${type}`)?.phases, ['PHASE1', 'PHASE2'])
  assert.deepEqual(design(`<phase>N/A</phase>${type}`)?.phases, ['NA'])
  assert.deepEqual(design('<study_type>Observational [Patient Registry]</study_type>'), {
    studyType: 'OBSERVATIONAL',
    patientRegistry: true,
  })
  const masking =
    '<study_design_info><masking>Participant, Investigator</masking></study_design_info>'
  assert.deepEqual(design(masking)?.designInfo?.maskingInfo, {
    masking: 'DOUBLE',
    whoMasked: ['PARTICIPANT', 'INVESTIGATOR'],
  })
})

test('results come in the parts of the API, with its names of groups', () => {
  const { study } =
    read(`<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><clinical_results>
    <participant_flow><group_list><group group_id="P1"><title>A</title></group></group_list><period_list><period><title>Overall Study</title>
      <milestone_list><milestone><title>STARTED</title><participants_list><participants group_id="P1" count="9"/></participants_list></milestone></milestone_list></period></period_list></participant_flow>
    <outcome_list><outcome><type>Primary</type><title>Fever</title><group_list><group group_id="O2"><title>A</title></group></group_list>
      <measure><title>Fever</title><units>days</units><param>Least Squares Mean</param><dispersion>95% Confidence Interval</dispersion><class_list><class><category_list><category>
      <measurement_list><measurement group_id="O2" value="1.5" lower_limit="1"/></measurement_list></category></category_list></class></class_list></measure></outcome></outcome_list>
    <reported_events><group_list><group group_id="E1"><title>A</title></group></group_list><serious_events><default_vocab>MedDRA</default_vocab><default_assessment>Systematic Assessment</default_assessment><category_list>
      <category><title>Total</title><event_list><event><sub_title>Total, serious adverse events</sub_title><counts group_id="E1" subjects_affected="2" subjects_at_risk="9"/></event></event_list></category>
      <category><title>Infections</title><event_list><event><sub_title>Sepsis</sub_title><counts group_id="E1" subjects_affected="1" subjects_at_risk="9" events="3"/></event></event_list></category></category_list></serious_events></reported_events>
    <certain_agreements><pi_employee>Principal Investigators are NOT employed by the organization sponsoring the study.</pi_employee></certain_agreements>
  </clinical_results></clinical_study>`)
  assert.equal(study.hasResults, true)
  assert.deepEqual(study.resultsSection, {
    participantFlowModule: {
      groups: [{ id: 'FG000', title: 'A' }],
      periods: [
        {
          title: 'Overall Study',
          milestones: [{ type: 'STARTED', achievements: [{ groupId: 'FG000', numSubjects: '9' }] }],
        },
      ],
    },
    outcomeMeasuresModule: {
      outcomeMeasures: [
        {
          type: 'PRIMARY',
          title: 'Fever',
          reportingStatus: 'POSTED',
          groups: [{ id: 'OG001', title: 'A' }],
          paramType: 'LEAST_SQUARES_MEAN',
          dispersionType: '95% Confidence Interval',
          unitOfMeasure: 'days',
          classes: [
            {
              categories: [{ measurements: [{ groupId: 'OG001', value: '1.5', lowerLimit: '1' }] }],
            },
          ],
        },
      ],
    },
    adverseEventsModule: {
      eventGroups: [{ id: 'EG000', title: 'A', seriousNumAffected: 2, seriousNumAtRisk: 9 }],
      seriousEvents: [
        {
          term: 'Sepsis',
          organSystem: 'Infections',
          sourceVocabulary: 'MedDRA',
          assessmentType: 'SYSTEMATIC_ASSESSMENT',
          stats: [{ groupId: 'EG000', numEvents: 3, numAffected: 1, numAtRisk: 9 }],
        },
      ],
    },
    moreInfoModule: { certainAgreement: { piSponsorEmployee: false } },
  })
})

test('entities and CDATA are read as text; an entity of a document type is refused', () => {
  const title = (xml: string) =>
    `<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><brief_title>${xml}</brief_title></clinical_study>`
  const { study } = read(title('A &lt; B &amp; C &#233; <!-- no --><![CDATA[<b>]]>'))
  assert.equal(study.protocolSection.identificationModule.briefTitle, 'A < B & C é <b>')
  assert.match(problem(title('&xxe;')), /not XML/)
})

test('XML that is broken, of another kind or of the oldest kind is refused with a reason', () => {
  assert.match(problem('<clinical_study><id_info></clinical_study>'), /not XML/)
  assert.match(problem('<html></html>'), /is a html/)
  assert.match(problem('<clinical_study><study_id/></clinical_study>'), /as sponsors sent it/)
  assert.match(
    problem('<clinical_study><id_info/></clinical_study>'),
    /not a study|NCT and 8 digits/,
  )
})

function example(name: string): ReadStudy {
  return read(readFileSync(join(examples, name), 'utf8'))
}

function read(xml: string): ReadStudy {
  const found = parseRecord(record(xml))
  assert.ok(!isProblem(found), isProblem(found) ? found.reason : '')
  return found
}

function problem(xml: string): string {
  const found = parseRecord(record(xml))
  assert.ok(isProblem(found))
  return found.reason
}

function record(xml: string) {
  return { place: 'x', format: 'xml', bytes: new Uint8Array(Buffer.from(xml)) } as const
}
