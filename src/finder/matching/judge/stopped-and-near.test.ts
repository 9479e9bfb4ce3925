import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()
function verdict(note: string, text: string, kind: 'inclusion' | 'exclusion'): string {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

const arthritis = '44-year-old man, RA. Methotrexate stopped in 2022 (nausea). Now on etanercept.'

test('a medicine that was stopped for good is not taken now, and no window of time is read from it', () => {
  assert.equal(verdict(arthritis, 'Currently on methotrexate', 'inclusion'), 'not met')
  assert.equal(verdict(arthritis, 'Current methotrexate use', 'exclusion'), 'met')
  assert.equal(verdict(arthritis, 'Methotrexate within 4 weeks', 'exclusion'), 'unknown')
  for (const note of [
    '44-year-old man, RA. Methotrexate was stopped before surgery and he is back on it.',
    '44-year-old man, RA. Methotrexate changed to subcutaneous.',
    'Homme de 44 ans, PR. Méthotrexate relayé par voie sous-cutanée.',
  ])
    assert.equal(verdict(note, 'Current methotrexate use', 'exclusion'), 'unknown', note)
  const held = '44-year-old man, RA. Methotrexate stopped temporarily for surgery.'
  assert.equal(verdict(held, 'Currently on methotrexate', 'inclusion'), 'unknown')
})

test('who never had a medicine meets no requirement of it before, and is naive to it', () => {
  const note = '55F T2DM, never on insulin.'
  assert.equal(verdict(note, 'Insulin naive', 'inclusion'), 'met')
  assert.equal(verdict(note, 'Prior treatment with insulin', 'inclusion'), 'not met')
  assert.equal(verdict(note, 'Prior use of insulin', 'exclusion'), 'met')
})

test('one kind that the vocabulary files under another illness is not met by that illness', () => {
  const note = '33-year-old man with schizophrenia.'
  assert.equal(verdict(note, 'Schizoaffective disorder', 'inclusion'), 'unknown')
  const child = 'Ella, 9-year-old girl, polyarticular JIA, RF negative.'
  assert.equal(verdict(child, 'Juvenile psoriatic arthritis', 'exclusion'), 'unknown')
})

test('a sign of the criterion anywhere in the note, or a medicine nobody remembers, is no silence', () => {
  const note =
    '42M, HIV-1. Does not remember whether he ever took abacavir. HLA-B*5701 not on file.'
  assert.equal(verdict(note, 'Prior exposure to abacavir', 'exclusion'), 'unknown')
  assert.equal(verdict(note, 'HLA-B*5701 positive', 'exclusion'), 'unknown')
  const family = '55 y male. A cousin had thyroid cancer, type unknown.'
  assert.equal(verdict(family, 'Family history of thyroid cancer', 'exclusion'), 'unknown')
})

test('no metastases of one place say nothing of another, and a word of a denied phrase is not said', () => {
  const note = '63-year-old woman, breast cancer. CT: no visceral metastases; bone scan booked.'
  assert.equal(verdict(note, 'Presence of bone metastases', 'exclusion'), 'unknown')
  const fabry = "Homme de 34 ans, maladie de Fabry, variant GLA. Le variant n'étant pas amenable."
  assert.notEqual(verdict(fabry, 'Amenable GLA variant', 'inclusion'), 'met')
})

test('somebody without a home is told so, and the menopause meets a requirement of it', () => {
  const note = 'Homme de 45 ans, sans domicile fixe, tuberculose pulmonaire.'
  assert.equal(verdict(note, 'Homeless', 'exclusion'), 'not met')
  const woman = '63-year-old postmenopausal woman with breast cancer.'
  assert.equal(verdict(woman, 'Postmenopausal women', 'inclusion'), 'met')
})

test('a gene, a question, a warning and a result to come state nothing of the person', () => {
  const cancer = 'Homme de 62 ans, adénocarcinome du pancréas. BRCA : test proposé.'
  assert.notEqual(verdict(cancer, 'BRCA mutation', 'exclusion'), 'not met')
  assert.equal(
    verdict('Femme 34 ans. Enceinte ? test demandé.', 'Pregnancy', 'exclusion'),
    'unknown',
  )
  const myeloma = 'Homme 70 ans. Myélome : EPP non encore reçue.'
  assert.equal(verdict(myeloma, 'Multiple myeloma', 'inclusion'), 'unknown')
  const colitis = 'UC pancolitis, F 29. CMV on biopsies: immunohistochem pending.'
  assert.equal(verdict(colitis, 'CMV colitis', 'inclusion'), 'unknown')
  const traits = 'Girl 12. OCD traits, CAMHS review.'
  assert.equal(verdict(traits, 'Obsessive-compulsive disorder', 'exclusion'), 'unknown')
})

test('what was not found in one place, or is not needed, is not held for or against', () => {
  const bladder = 'Homme 66 ans, tumeur de vessie. RTUV : pas de tumeur résiduelle.'
  assert.equal(verdict(bladder, 'Renal cell carcinoma', 'exclusion'), 'unknown')
  const knee = '68F knee OA KL 3. No inflammatory arthritis, no gout.'
  const asked = 'Kellgren-Lawrence grade 2 or 3 knee osteoarthritis'
  assert.notEqual(verdict(knee, asked, 'exclusion'), 'met')
  assert.equal(verdict('Homme 50 ans. Dialyse non nécessaire.', 'Dialysis', 'exclusion'), 'met')
  assert.equal(
    verdict('48F UC. Not had anti-TNF.', 'Prior TNF inhibitor therapy', 'exclusion'),
    'met',
  )
  const french = 'Femme 40 ans. Écarté : SIBO, colite microscopique.'
  assert.equal(verdict(french, 'Microscopic colitis', 'exclusion'), 'met')
})

test('an illness said in one breath with all that narrows it keeps out, and one of two does', () => {
  const girl = 'Sophie, 16, anorexia nervosa restricting type, BMI 14.2.'
  assert.equal(verdict(girl, 'Anorexia nervosa, restricting type', 'exclusion'), 'not met')
  const perhaps = 'Sophie, 16, possible anorexia nervosa restricting type.'
  assert.equal(verdict(perhaps, 'Anorexia nervosa, restricting type', 'exclusion'), 'unknown')
  const high = 'Femme 46 ans, HTA (perindopril), ostéopénie.'
  assert.equal(verdict(high, 'Hypertension or type 2 diabetes mellitus', 'exclusion'), 'not met')
  assert.equal(
    verdict('60M. DLCO 38%.', 'Percent predicted DLCO of 45% or more', 'inclusion'),
    'not met',
  )
})

test('a name with a colon and a test, a relative or a guess behind it is not said of the person', () => {
  const kept: readonly (readonly [string, string])[] = [
    ['Homme 30 ans. Marfan : jamais étudié.', 'Marfan syndrome'],
    ['3 y boy. TB: grandfather treated in 2019.', 'Active or latent tuberculosis'],
    ['Enfant 8 ans. Épilepsie : un malaise en 2023, EEG prévu.', 'Epilepsy'],
    ['Homme 70 ans. Parkinson : tremblement évoqué.', "Parkinson's disease"],
    ['Femme 50 ans. Fibromyalgie selon kiné.', 'Fibromyalgia'],
    ['Homme 60 ans. Ulcère, pas d’ostéite à la radio, IRM demandée.', 'Osteomyelitis of the foot'],
  ]
  for (const [note, text] of kept) assert.equal(verdict(note, text, 'exclusion'), 'unknown', note)
  assert.equal(verdict('Femme 50 ans. Asthme : bien contrôlé.', 'Asthma', 'exclusion'), 'not met')
})

test('a bare "none", "non" or "never" behind a name denies it, and one type of a virus is not another', () => {
  assert.equal(verdict('33M. IBD none.', 'Inflammatory bowel disease', 'exclusion'), 'met')
  assert.notEqual(
    verdict('Homme 30 ans. Splénectomie non.', 'Prior splenectomy', 'exclusion'),
    'not met',
  )
  assert.notEqual(
    verdict('60M. ASCT not yet.', 'Prior autologous stem cell transplantation', 'exclusion'),
    'not met',
  )
  const virus = 'Femme de 32 ans, FCU HSIL, HPV 16 positif.'
  assert.notEqual(verdict(virus, 'HPV 18 positive', 'inclusion'), 'met')
})

test('who does not keep to treatment is not presumed able to', () => {
  const note = '54-year-old man with hypertension. He is not compliant with his tablets.'
  assert.equal(verdict(note, 'Unable to comply with the study protocol', 'exclusion'), 'unknown')
})

test('what is listed beside another treatment is not that one, and a teenager takes nothing by being one', () => {
  for (const [note, text, said] of [
    ['60-year-old man. Trigger finger release in 2020.', 'Prior carpal tunnel release', 'met'],
    ['60-year-old man. Photodynamic therapy in 2020.', 'Prior phototherapy', 'met'],
    ['Femme de 60 ans sous veinoglobulines.', 'Blood transfusion', 'met'],
    ['Ado de 15 ans, asthme.', 'Oral antidiabetics', 'met'],
    ['60-year-old man. AF ablation in 2020.', 'Prior cardioversion', 'unknown'],
    ['Homme de 60 ans, BPCO sous VNI.', 'Non-invasive ventilation', 'unknown'],
  ] as const)
    assert.equal(verdict(note, text, 'exclusion'), said, `${note} ${text}`)
})
