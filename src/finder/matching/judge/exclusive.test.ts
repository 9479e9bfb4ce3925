import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CriterionKind } from '../../eligibility/headings.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function verdictOf(note: string, kind: CriterionKind, text: string): string {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

/** `i` or `e`, the criterion, the verdict: what is asked of who is told of above it. */
function holds(table: string): void {
  let note = ''
  for (const line of table
    .trim()
    .split('\n')
    .map((each) => each.trim())) {
    const [kind = '', text = '', wanted = ''] = line.split(' | ')
    if (text === '') note = line
    else
      assert.equal(
        verdictOf(note, kind === 'i' ? 'inclusion' : 'exclusion', text),
        wanted,
        `${note} / ${text}`,
      )
  }
}

test('an illness of one kind is no illness of the other, in both languages', () => {
  holds(`
    Un homme de 70 ans avec une fibrillation auriculaire permanente est sous apixaban.
    i | Paroxysmal atrial fibrillation | not met
    e | Paroxysmal atrial fibrillation | unknown
    A 50-year-old man with atrial fibrillation.
    i | Paroxysmal atrial fibrillation | unknown
    e | Paroxysmal atrial fibrillation | unknown
    A 50-year-old man with moderate asthma.
    i | Mild asthma | not met
    i | Moderate to severe asthma | met
    Garçon de 12 ans, otite moyenne aiguë droite.
    i | Acute otitis media | met
    Homme de 45 ans hospitalisé pour une pancréatite aiguë alcoolique.
    i | Chronic pancreatitis | not met
    i | Gallstone pancreatitis | not met
    A 50-year-old man with acute on chronic pancreatitis.
    i | Chronic pancreatitis | met
    A 24-year-old woman with Hodgkin lymphoma.
    i | Diffuse large B-cell lymphoma | not met
    A 72-year-old woman with heart failure. Echocardiography shows an ejection fraction of 58%.
    i | Heart failure with reduced ejection fraction | not met`)
})

test('a cancer of one organ is none of another, and may be one that the name takes in', () => {
  holds(`
    A 64-year-old man was found to have adenocarcinoma of the sigmoid colon with two liver metastases on CT.
    i | Histologically confirmed squamous cell carcinoma of the head and neck | not met
    i | Stage I or II colon cancer | not met
    i | Gastrointestinal cancer | met
    i | Advanced solid tumors | unknown
    A 60-year-old man with lung adenocarcinoma and headaches.
    i | Patients with brain metastases from lung cancer | unknown
    i | Melanoma or renal cell carcinoma | not met
    A 60-year-old woman with CLL.
    i | B-cell non-Hodgkin lymphoma | unknown
    i | Breast cancer | not met
    A 60-year-old woman, breast cancer in 2005, now has a lung nodule suspicious for malignancy.
    i | Lung cancer | unknown
    A 60-year-old woman with breast cancer and axillary lymph node metastases.
    i | Stage II or III breast cancer | unknown
    A 40-year-old man with testicular cancer and lung metastases.
    i | Stage III testicular cancer | unknown
    Femme de 41 ans, cancer du sein triple négatif.
    i | HER2-positive breast cancer | not met
    i | Hormone receptor-positive breast cancer | not met`)
})

test('how often a cancer was treated before is held against what was given', () => {
  holds(`
    A 54-year-old man with metastatic melanoma progressed on ipilimumab and nivolumab.
    i | No prior systemic therapy for metastatic disease | not met
    A 60-year-old woman with breast cancer treated with adjuvant docetaxel, now bone metastases.
    i | No prior chemotherapy for metastatic disease | unknown
    A 60-year-old woman with breast cancer who takes methotrexate for rheumatoid arthritis.
    i | No prior systemic therapy | unknown
    A 64-year-old man with colon cancer has not yet started treatment.
    i | Progression after at least one prior line of chemotherapy | not met`)
})

test('a treatment that one illness alone is given says that illness, and another use of it does not', () => {
  holds(`
    A 50-year-old woman on hemodialysis three times a week since 2020 has itching all over.
    e | End-stage renal disease | not met
    e | Severe renal impairment (eGFR < 30 mL/min/1.73m2) | not met
    A 50-year-old man with hemodialysis for acute kidney injury after sepsis.
    e | End-stage renal disease | unknown
    A 61-year-old man had a heart attack in 2019 with two stents.
    e | Known coronary artery disease | not met
    Homme de 52 ans, greffé rénal en 2018, sous tacrolimus.
    e | Prior solid organ transplantation | not met
    A 67-year-old man with a pacemaker for complete heart block.
    e | Implanted cardiac electronic devices | not met`)
})

test('the work of an organ asked in words is held against a value that is beyond doubt', () => {
  holds(`
    A 59-year-old woman has a serum creatinine of 3.1 mg/dL.
    i | Normal renal function | not met
    e | Renal insufficiency | not met
    A 60-year-old man, creatinine 1.4 mg/dL.
    i | Adequate renal function | unknown
    e | Renal insufficiency | unknown
    A 72-year-old woman. Hemoglobin 12.5 g/dL, platelets 240,000/uL.
    i | Adequate bone marrow function: hemoglobin ≥ 9 g/dL and platelets ≥ 100,000/mm3 | met
    Homme de 60 ans, carcinome hépatocellulaire sur cirrhose Child-Pugh C.
    i | Child-Pugh class A | not met
    i | Child-Pugh B or C | met
    e | Child-Pugh class C | not met
    e | Child-Pugh class B | met
    A 55-year-old man with cirrhosis comes with new ascites.
    i | Compensated cirrhosis | not met
    e | Decompensated liver disease | not met`)
})

test('menopause and children had are told by what is said, or by an age that leaves no doubt', () => {
  holds(`
    Femme de 62 ans, ménopausée, suivie pour une polyarthrite rhumatoïde.
    i | Premenopausal women | not met
    A 33-year-old woman at 30 weeks of gestation. She is a G2P1.
    i | Nulliparous women | not met
    i | Postmenopausal women with osteoporosis | not met
    A 33-year-old woman with no periods for a year after oophorectomy.
    i | Postmenopausal women | unknown
    A 52-year-old woman with hot flashes.
    i | Postmenopausal women | unknown`)
})

test('what is suspected may be asked, and what is said in the same words keeps out', () => {
  holds(`
    A 68-year-old man with chest pain; pulmonary embolism is suspected and a CT is ordered.
    i | Suspected pulmonary embolism | met
    e | Acute pulmonary embolism | unknown
    A 6-year-old boy has had a barking cough. He has stridor at rest.
    e | Stridor at rest | not met
    A 6-year-old boy has a barking cough and no stridor at rest.
    e | Stridor at rest | met
    Homme de 45 ans, schizophrène.
    e | Major psychiatric disorder | not met
    e | Psychotic disorder | not met
    A 60-year-old man with schizophrenia in his brother.
    e | Major psychiatric disorder | met
    Le père du patient est diabétique. Garçon de 15 ans, pneumopathie.
    e | Diabetes mellitus | met`)
})

test('a treatment by its French name is no silence about its English one, and classes hold their newer medicines', () => {
  holds(`
    Homme de 66 ans, BPCO, sous oxygène à domicile.
    e | Long-term oxygen therapy | not met
    Patiente de 38 ans, sclérose en plaques rémittente, sous natalizumab.
    e | Treatment with monoclonal antibodies | not met
    A 40-year-old man with paroxysmal nocturnal hemoglobinuria takes iptacopan.
    e | Treatment with complement inhibitors | not met
    A 66-year-old man stopped smoking 15 years ago.
    i | Current smokers of at least 10 cigarettes per day | not met
    i | Current smokers | not met
    A 48-year-old man with polycystic kidney disease, eGFR 22 mL/min/1.73 m2.
    e | CKD stage 4 or 5 | not met`)
})
