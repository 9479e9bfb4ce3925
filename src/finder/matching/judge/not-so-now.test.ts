import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()
const verdict = (kind: CriterionKind, text: string, note: string): string =>
  judgeCriterion(text, kind, readNote(note, { vocabulary }), { vocabulary, mode: 'self-check' })
    .verdict
const asked = (text: string, note: string): string => verdict('inclusion', text, note)
const out = (text: string, note: string): string => verdict('exclusion', text, note)

describe('a medicine that is asked as taken now', () => {
  it('is not taken by who is only to begin it, or never had it', () => {
    const text = 'Currently treated with methotrexate'
    for (const note of [
      'Woman of 40, rheumatoid arthritis. Plan: start methotrexate next month.',
      'Femme de 40 ans, polyarthrite rhumatoïde. Méthotrexate à débuter le mois prochain.',
      'Woman of 40, rheumatoid arthritis. Never had methotrexate.',
    ])
      assert.equal(asked(text, note), 'not met', note)
  })

  it('may be taken where its dose goes up, where it takes the place of another, or where a relative takes it', () => {
    for (const note of [
      'Woman of 40, rheumatoid arthritis. Plan: increase methotrexate.',
      'Woman of 40, rheumatoid arthritis. Mother takes methotrexate.',
    ])
      assert.equal(asked('Currently treated with methotrexate', note), 'unknown', note)
    assert.equal(
      asked(
        'Stable dose of a statin',
        'Man of 60. Plan: start atorvastatin, switch from simvastatin.',
      ),
      'unknown',
    )
  })

  it('is not surely of the last weeks where the last dose has a day', () => {
    const note = 'Man of 51. Six cycles of cetuximab, last on 2 April.'
    assert.notEqual(out('Cetuximab within 3 weeks before inclusion', note), 'not met')
  })
})

describe('a value in brackets behind words of how bad it is', () => {
  it('is what these words mean', () => {
    const one = 'Moderate to severe depression (MADRS ≥ 28)'
    assert.equal(asked(one, 'Woman of 34. Depression, MADRS 33 today.'), 'met')
    assert.equal(asked(one, 'Woman of 34. Depression, MADRS 13 today.'), 'not met')
    assert.equal(asked(one, 'Woman of 34. Depression.'), 'unknown')
  })
})

describe('two values of one time', () => {
  it('tell what is so of each, and nothing where they differ', () => {
    const note = 'Woman of 59. HbA1c 82 mmol/mol (9.7%).'
    assert.equal(asked('HbA1c between 7.5% and 10.5%', note), 'met')
    assert.equal(asked('HbA1c < 9%', note), 'not met')
    assert.equal(asked('CD4 count ≥ 200 cells/µL', 'Man of 50, HIV. CD4 712 (34%).'), 'met')
    const twice = 'Man of 70. NT-proBNP 6,900 ng/L, on discharge 2,150 ng/L.'
    assert.equal(asked('NT-proBNP ≥ 1,000 pg/mL', twice), 'met')
    assert.equal(asked('NT-proBNP ≥ 3,000 pg/mL', twice), 'unknown')
  })
})

describe('times the upper limit of normal', () => {
  it('is told where it is so whatever limit a laboratory has', () => {
    const text = 'ALT ≤ 2.5 x ULN'
    assert.equal(asked(text, 'Woman of 50. ALT 30 U/L.'), 'met')
    assert.equal(asked(text, 'Woman of 50. ALT 400 U/L.'), 'not met')
    assert.equal(asked(text, 'Woman of 50. ALT 110 U/L.'), 'unknown')
    assert.equal(out('Creatinine > 1.5 x ULN', 'Woman of 50. Creatinine 64 µmol/L.'), 'met')
    assert.equal(out('Creatinine > 1.5 x ULN', 'Boy of 5. Creatinine 64 µmol/L.'), 'unknown')
  })
})

describe('what is said of something else', () => {
  it('keeps nobody out: a relative by a first name, a state before an illness, a look at an organ', () => {
    const wife = 'Man of 80, hip fracture. Cared for by his wife Ann, who has epilepsy.'
    assert.notEqual(out('Epilepsy', wife), 'not met')
    const before = 'Woman of 51. Prediabetes, no diabetes.'
    assert.notEqual(out('Type 1 or type 2 diabetes', before), 'not met')
    const look = 'Femme de 30 ans. Frottis HPV 16 +, colposcopie en juin.'
    assert.equal(out('Cervical dysplasia CIN2 or higher', look), 'unknown')
  })

  it('is no perforation that is denied, and no first graft of who has the second', () => {
    const note = 'Homme de 41 ans, appendicite aiguë, pas d’abcès ni de perforation.'
    assert.notEqual(out('Perforated appendicitis or periappendiceal abscess', note), 'not met')
    const graft = 'Woman of 45, kidney transplant, second graft, doing well.'
    assert.equal(asked('First kidney transplant', graft), 'not met')
  })

  it('is a cancer of its own place where it has come back elsewhere', () => {
    const note =
      'Homme de 51 ans. Adénocarcinome du côlon opéré en 2023. Récidive: carcinose péritonéale et métastases hépatiques.'
    assert.notEqual(asked('Metastatic colorectal cancer', note), 'not met')
  })

  it('tells no silent infarct by a denial of a stroke', () => {
    const note = 'Girl of 9, sickle cell disease. No stroke.'
    assert.equal(out('Silent cerebral infarct', note), 'unknown')
  })
})

describe('what a note does not say', () => {
  const terms = (note: string): readonly string[] =>
    readNote(note, { vocabulary }).findings.map(({ term }) => term)

  it('is no virus for a marker of cells, and no cancer that came back for a relapse of another illness', () => {
    assert.ok(!terms('Man of 24, B-ALL, CD19 positive, CD20 negative.').includes('COVID-19'))
    const relapses = 'Garçon de 6 ans, syndrome néphrotique, 3 rechutes cette année.'
    assert.ok(!terms(relapses).includes('Neoplasm Recurrence, Local'))
    const cancer = 'Woman of 50, breast cancer, local recurrence.'
    assert.ok(terms(cancer).some((term) => /Recurrence/.test(term)))
  })

  it('is no second cancer for the brain metastases of one', () => {
    const note = 'Man of 70, NSCLC. Brain mets irradiated.'
    assert.notEqual(out('History of another primary malignancy', note), 'not met')
  })

  it('is no diabetes of all times for one of a pregnancy', () => {
    const note = 'Woman of 32, 27 weeks pregnant. Gestational diabetes.'
    assert.notEqual(asked('Diagnosis of diabetes', note), 'met')
  })

  it('is not presumed of a heading', () => {
    for (const text of [
      'Affected Participants',
      'Any of the following will exclude the patient:',
      '-',
    ])
      assert.notEqual(out(text, 'Man of 70, gout.'), 'met', text)
  })
})

describe('an exclusion', () => {
  it('of one state is clear of who is in the contrary one', () => {
    const note = 'Woman of 34, depression, current episode severe without psychotic symptoms.'
    assert.equal(out('Major depression with psychotic features', note), 'met')
  })

  it('is not presumed clear where the note tells of it by another name', () => {
    for (const [text, note] of [
      ['Radiotherapy within 28 days', 'Man of 70, myeloma. RT to L3 single fraction on 20 June.'],
      [
        'Planned invasive dental procedure',
        'Femme de 84 ans, ostéoporose. Extraction de 2 molaires prévue en mai.',
      ],
      ['Valve disease on echocardiogram', 'Garçon de 8 ans, épilepsie. ETT prévue le 17 juin.'],
      ['Ketogenic diet', 'Garçon de 8 ans, épilepsie. Régime cétogène refusé par les parents.'],
      [
        'Acute risk of harm to self or others',
        'Male, 19. First psychotic episode. Suicidal thoughts last week.',
      ],
      ['HBsAg positive', 'Homme de 60 ans. Hépatite B chronique sous entécavir.'],
      ['Inability to understand the consent form', 'Femme de 80 ans. Troubles cognitifs, MMSE 17.'],
      ['Need for ASA', 'Woman of 30, pregnant. On low-dose aspirin.'],
      [
        'Active or prior inflammatory disorders',
        'Man of 70. Pembrolizumab stopped for colitis grade 3.',
      ],
      [
        'Prior exposure to immune-mediated therapy',
        'Homme de 60 ans. Atézolizumab arrêté pour progression.',
      ],
      ['Legal guardianship', 'Homme de 26 ans, schizophrénie. Demande de tutelle faite.'],
    ] as const)
      assert.equal(out(text, note), 'unknown', text)
  })
})
