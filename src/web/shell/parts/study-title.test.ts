import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TitleFacts, everydayTitle } from '../../../finder/vocabulary/title-parts.ts'
import { openVocabulary } from '../../../finder/vocabulary/vocabulary.ts'
import { wordsOf } from '../../../words/words.ts'

const vocabulary = openVocabulary()

function titles(facts: Partial<TitleFacts>): readonly (string | undefined)[] {
  const whole = { briefTitle: 'A study', conditions: [], terms: [], treatments: [], ...facts }
  return [
    everydayTitle(vocabulary, whole, 'en', wordsOf('en').common.title),
    everydayTitle(vocabulary, whole, 'fr', wordsOf('fr').common.title),
  ]
}

const drug = (name: string) => ({ type: 'DRUG', name })

test('a title is the illness by its everyday name and what is tested, in both languages', () => {
  assert.deepEqual(
    titles({
      conditions: ['Mucocutaneous Lymph Node Syndrome'],
      treatments: [drug('Anakinra 2 mg/kg injection')],
    }),
    ['Kawasaki disease: anakinra', 'Maladie de Kawasaki\u00A0: anakinra'],
  )
})

test('what the registry’s title names is said, in its order; of more than three, two and how many more', () => {
  const treatments = ['Alpelisib', 'Palbociclib', 'Gedatolisib', 'Fulvestrant'].map(drug)
  const facts = {
    briefTitle: 'Gedatolisib Plus Fulvestrant With or Without Palbociclib vs Standard-of-Care',
    conditions: ['HR+/HER2- Metastatic Breast Cancer'],
  }
  assert.deepEqual(
    [treatments.toReversed(), treatments].map((list) => titles({ ...facts, treatments: list })[0]),
    [
      'Breast cancer: gedatolisib, fulvestrant and palbociclib',
      'Breast cancer: gedatolisib, fulvestrant and 2 more',
    ],
  )
  assert.deepEqual(titles({ conditions: ['Breast Cancer'], treatments }), [
    'Breast cancer: alpelisib, palbociclib and 2 more',
    'Cancer du sein\u00A0: alpélisib, palbociclib et 2 autres',
  ])
})

test('placebo, usual care, dose, salt, brackets and the registry’s prefixes are no part of a title', () => {
  assert.equal(
    titles({
      conditions: ['Hypertension'],
      treatments: [
        drug('Placebo'),
        drug('Drug: Amlodipine besylate (Norvasc) 10 mg tablet once daily'),
        drug('Standard of care'),
        { type: 'OTHER', name: 'Quality-of-life assessment' },
      ],
    })[0],
    'High blood pressure: amlodipine',
  )
})

test('an element in the name of an unlisted medicine is not the medicine', () => {
  assert.equal(
    titles({ conditions: ['Heart Failure'], treatments: [drug('Sitaxentanib Sodium')] })[0],
    'Heart failure: sitaxentanib sodium',
  )
})

test('a medicine has its French name, and what has none in French is said by its kind', () => {
  assert.deepEqual(
    titles({
      conditions: ['Asthma'],
      treatments: [drug('Amoxicillin'), drug('Acetaminophen'), drug('Aspirin')],
    })[1],
    'Asthme\u00A0: amoxicilline, paracétamol et aspirine',
  )
  assert.deepEqual(
    titles({
      conditions: ['Parkinson Disease'],
      treatments: [{ type: 'BEHAVIORAL', name: 'Supervised Dance Classes' }],
    }),
    [
      'Parkinson’s disease: supervised dance classes',
      'Maladie de Parkinson\u00A0: un accompagnement',
    ],
  )
})

test('healthy people, studies that only watch, and treatment outside a study are named as such', () => {
  assert.deepEqual(
    titles({ conditions: ['Healthy Volunteers'], treatments: [drug('BAY 1817080')] }),
    ['Healthy people: BAY 1817080', 'Personnes en bonne santé\u00A0: BAY 1817080'],
  )
  assert.deepEqual(titles({ conditions: ['Asthma'], studyType: 'OBSERVATIONAL' }), [
    undefined,
    'Asthme\u00A0: on observe, sans rien changer aux soins',
  ])
  assert.equal(
    titles({
      conditions: ['Asthma'],
      treatments: [drug('Omalizumab')],
      studyType: 'EXPANDED_ACCESS',
    })[0],
    'Asthma: omalizumab, outside a study',
  )
})

test('several illnesses are counted, and the narrowest that the title names stand for the others', () => {
  const treatments = [drug('Nivolumab')]
  assert.equal(
    titles({ conditions: ['Mesothelioma', 'Bladder Cancer', 'Melanoma', 'Asthma'], treatments })[0],
    'Mesothelioma, bladder cancer and 2 more: nivolumab',
  )
  assert.equal(
    titles({
      briefTitle: 'Nivolumab in Melanoma',
      conditions: ['Cancer', 'Melanoma', 'Bladder Cancer'],
      treatments,
    })[0],
    'Melanoma: nivolumab',
  )
})

test('where no illness or no treatment can be named there is no title, and the registry’s is shown', () => {
  assert.deepEqual(titles({ conditions: ['Zorbing'], treatments: [drug('Aspirin')] }), [
    'Zorbing: aspirin',
    undefined,
  ])
  assert.deepEqual(titles({ conditions: ['Asthma'], treatments: [] }), [undefined, undefined])
  assert.deepEqual(titles({ conditions: ['Asthma'], treatments: [drug('Placebo')] }), [
    undefined,
    undefined,
  ])
})

test('where the registry’s title and its list name two medicines of nearly the same letters, its title is shown', () => {
  assert.deepEqual(
    titles({
      briefTitle: 'Creatine in Huntington Disease',
      conditions: ['Huntington Disease'],
      treatments: [drug('Creatinine')],
    }),
    [undefined, undefined],
  )
})

test('a study of all solid tumors that lists some of them is one of cancer', () => {
  const treatments = [drug('Nivolumab')]
  const conditions = ['Advanced Solid Tumors', 'Mesothelioma']
  assert.equal(titles({ conditions, treatments })[0], 'Cancer: nivolumab')
  assert.equal(
    titles({ briefTitle: 'Nivolumab in Mesothelioma', conditions, treatments })[0],
    'Mesothelioma: nivolumab',
  )
})

test('a stage beside an illness makes no study of all cancers, and a shelf of illnesses hides none that stands on it', () => {
  const treatments = [drug('Nivolumab')]
  assert.equal(
    titles({ conditions: ['Bladder Cancer', 'Metastatic Cancer'], treatments })[0],
    'Bladder cancer: nivolumab',
  )
  assert.equal(
    titles({
      briefTitle: 'Aspirin for the Risk of Asthma Attacks',
      conditions: ['Cystic Fibrosis', 'Lung Diseases'],
      treatments,
    })[0],
    'Cystic fibrosis: nivolumab',
  )
})

test('where the list is half read, the illness that the title names is said too', () => {
  const briefTitle = 'Dapagliflozin in Asthma Patients With Gout'
  const facts = { briefTitle, treatments: [drug('Dapagliflozin')] }
  assert.equal(
    titles({ ...facts, conditions: ['Gouty Flares Index', 'Asthma'] })[0],
    'Asthma and gout: dapagliflozin',
  )
  assert.equal(titles({ ...facts, conditions: ['Asthma'] })[0], 'Asthma: dapagliflozin')
})

test('a condition of two illnesses is both, and a change of any organ is no illness without its organ', () => {
  const treatments = [drug('Aspirin')]
  assert.equal(
    titles({ conditions: ['Gout and Psoriasis'], treatments })[0],
    'Gout and psoriasis: aspirin',
  )
  assert.deepEqual(titles({ conditions: ['Ureteric Sleeve Stenosis'], treatments }), [
    'Ureteric sleeve stenosis: aspirin',
    undefined,
  ])
})

test('where nothing of the list is read, and the title says another illness, the registry’s title is shown', () => {
  const facts = { conditions: ['Head and Spine'], treatments: [drug('Aspirin')] }
  assert.deepEqual(titles({ ...facts, briefTitle: 'Aspirin in Migraine' }), [undefined, undefined])
})

test('illnesses of the list that the title does not name come after those that it names', () => {
  assert.equal(
    titles({
      briefTitle: 'Metformin in Psoriasis',
      conditions: ['Gout', 'Skin Diseases', 'Psoriasis'],
      treatments: [drug('Metformin')],
    })[0],
    'Psoriasis and gout: metformin',
  )
})

test('a title that names other care alone leaves no medicine of the list out, nor what it is compared with', () => {
  const conditions = ['Gout']
  assert.equal(
    titles({
      briefTitle: 'Evening Walks With an SGLT2 Inhibitor',
      conditions,
      treatments: [
        drug('Dapagliflozin'),
        { type: 'BEHAVIORAL', name: 'Evening walks' },
        { type: 'BEHAVIORAL', name: 'Morning walks' },
      ],
    })[0],
    'Gout: evening walks, dapagliflozin and morning walks',
  )
})

test('a stroke in the name of one thing makes it no two, and what only counts arms names nothing', () => {
  const conditions = ['Gout']
  const said = (name: string) => titles({ conditions, treatments: [drug(name)] })[0]
  assert.deepEqual(
    [
      'Alpha-DC2/QRST vaccine',
      'Metformin/Sitagliptin',
      'Intervention set B',
      'Phase Ⅰ Dose Level 2',
    ].map(said),
    [
      'Gout: Alpha-DC2/QRST vaccine',
      'Gout: metformin and sitagliptin',
      'Gout: a medicine',
      'Gout: a medicine',
    ],
  )
})

test('examinations, the forms of one medicine and what is in a fluid are no medicines of a title', () => {
  assert.equal(
    titles({
      conditions: ['Gout'],
      treatments: [
        drug('Ringer lactate'),
        drug('ABC-1234/F07 Capsule'),
        { type: 'OTHER', name: 'Stress echocardiogram' },
        { type: 'BIOLOGICAL', name: 'Collection of blood and urine' },
      ],
    })[0],
    'Gout: Ringer lactate and ABC-1234',
  )
})
