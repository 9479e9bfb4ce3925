import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

/** Lines of "i or e | what is right | criterion | note". */
function holds(lines: string): void {
  for (const line of lines.trim().split('\n')) {
    const [kind = '', wanted = '', text = '', note = ''] = line.split(' | ')
    const { verdict } = judgeCriterion(
      text,
      kind === 'i' ? 'inclusion' : 'exclusion',
      readNote(note, { vocabulary }),
      { vocabulary, mode: 'self-check' },
    )
    assert.equal(verdict, wanted, line)
  }
}

test('a value that a criterion names only in its own words is compared with the one that the record has by that name', () => {
  holds(`
e | not met | TSH > 10 mIU/L | 67-year-old man. TSH 13.9 mIU/L.
e | met | TSH > 10 µIU/mL | 67-year-old man. TSH 3.9 mU/l
e | not met | D-dimer above 500 ng/mL | 67-year-old man. D-dimer 800 ng/mL
i | not met | modified Rankin scale score of 0-2 | 67-year-old man, mRS 4
i | met | CHA2DS2-VASc score ≥ 2 | 76-year-old man, CHA2DS2-VASc 4
i | not met | Serum phosphate ≥ 2.0 mmol/L | homme de 67 ans, phosphorémie 1,2 mmol/l
i | met | Apnea-hypopnea index (AHI) ≥ 15 events per hour | 55-year-old, AHI 32/h
i | met | total IgE ≥ 100 IU/mL | 20-year-old, total IgE 450 kU/L
e | not met | respiratory rate > 30 | 8-year-old boy, RR 44
e | unknown | TSH > ULN | 67-year-old man. TSH 3.9 mIU/L.`)
})

test('the same bound in another unit is one bound, and above the limit of normal is a high value', () => {
  holds(`
i | met | Serum creatinine ≤ 1.5 mg/dL (≤ 132.6 μmol/L). | 33-year-old woman. Creatinine 71 µmol/L.
i | not met | Serum creatinine ≤ 1.5 mg/dL (≤ 132.6 μmol/L). | 33-year-old woman. Creatinine 180 µmol/L.
e | not met | Blood potassium is above the upper limit of normal; | 67-year-old man. Potassium 5.9 mmol/L.
e | not met | White blood count less than 4 | 33-year-old woman. WBC 3.1 x 10^9/L.`)
})

test('a window behind a list is meant for each thing in it where the person had one within it', () => {
  holds(`
e | not met | Acute coronary syndrome (ACS), stroke or transient ischemic attack (TIA) within 3 months prior to the Screening Visit. | She had a stroke 6 weeks ago.
e | not met | History of heart failure, myocardial infarction, PTCA, or CABG within the preceding 6 months | 60-year-old man, myocardial infarction 2 months ago
e | unknown | Stroke, TIA or seizure within 3 months | 60-year-old man had a stroke some time ago`)
})

test('how long an illness has lasted may keep out by itself, and what it comes from', () => {
  holds(`
i | not met | Be aged between 18-75 years, with type 2 Diabetes Mellitus of duration <6years. | Homme de 62 ans, diabète de type 2 depuis 12 ans.
i | not met | Diagnosis of type 2 diabetes at least 6 months prior to screening | man 50 with type 2 diabetes diagnosed 2 months ago
i | unknown | Adults with rheumatoid arthritis of less than 2 years duration | woman of 50 with rheumatoid arthritis
i | not met | Idiopathic PAH | 42-year-old woman with pulmonary arterial hypertension associated with systemic sclerosis.
i | unknown | Idiopathic PAH | 42-year-old woman with pulmonary arterial hypertension.`)
})

test('the stage of a cancer is held against the stages asked', () => {
  holds(`
i | not met | unresectable Stage III or metastatic Stage IV NSCLC | man, 60, stage II NSCLC
i | not met | Stage IIIB-IV melanoma | man with stage IIIA melanoma
i | unknown | Stage IIIB-IV melanoma | man with stage III melanoma
i | unknown | stage II or III breast cancer or recurrent disease | stage IV breast cancer, woman of 60
e | met | Stage IV disease | woman 50, stage II breast cancer
e | not met | Stage IV disease | woman 50, stage IV breast cancer
i | unknown | Stage III or IV NSCLC | man with stage 2 pressure ulcer and stage 2 chronic kidney disease`)
})

test('who has not a disease has it in no degree and under no exception', () => {
  holds(`
e | met | Brain metastases unless treated, asymptomatic and stable | man, melanoma, no brain metastases
e | unknown | Brain metastases unless treated, asymptomatic and stable | man, melanoma, MRI of the brain pending, brain metastases possible
e | unknown | Symptomatic brain metastases or bone metastases | man, melanoma, no brain metastases
e | unknown | History of seizures | man of 50. No seizures today.`)
})

test('of two cancers one is another than the one studied; a metastasis is none', () => {
  holds(`
e | not met | Other primary malignancy within 5 years except basal cell carcinoma | woman 60 with breast cancer and colon cancer.
e | not met | Malignant tumors other than neuroblastoma | boy of 4 with neuroblastoma and a Wilms tumor
e | unknown | Concurrent other malignancy | woman 60 with colon cancer with liver metastases
e | unknown | Other malignancy | woman 60 with breast cancer and basal cell carcinoma of the nose`)
})

test('a pregnancy is of one child or of several', () => {
  holds(`
i | not met | Singleton pregnancy | 29-year-old woman, pregnant with twins
i | met | Singleton pregnancy | 29-year-old woman, singleton pregnancy of 20 weeks
e | not met | Multiple gestation | femme de 29 ans, grossesse gémellaire de 20 SA
i | unknown | Singleton pregnancy | 29-year-old pregnant woman, her sister has twins`)
})

test('an allergy to one of several things keeps out; a severe one only where it was severe', () => {
  holds(`
e | not met | Known hypersensitivity to any of the components of the study drug, other liposomal products, fluoropyrimidines, or folinate. | Severe allergic reaction to fluorouracil last year.
e | not met | Known, serious radiographic contrast allergy. | Anaphylaxis after iodinated contrast in 2015.
e | unknown | Severe contrast allergy | Allergic to iodinated contrast (rash).
e | not met | Allergy to eggs or soy | girl of 6, egg allergy
e | unknown | Allergy to soy | girl of 6, egg allergy`)
})

test('a medicine is of its narrower class: taxanes, anthracyclines, platinum', () => {
  holds(`
e | not met | Prior taxane | Woman of 50, breast cancer, paclitaxel until March
e | not met | Prior treatment with anthracyclines | Woman of 50, breast cancer, doxorubicin in 2020
e | not met | Current systemic corticosteroid therapy | boy of 11 on dexamethasone 4 mg daily.
e | unknown | Current systemic corticosteroid therapy | boy of 11 on dexamethasone eye drops.
e | not met | Undergoing dialysis for end-stage renal disease. | 57-year-old man, haemodialysis three times a week.
e | not met | Concurrent or anticipated use of nitrates | 75-year-old woman takes isosorbide mononitrate 60 mg every morning.`)
})

test('what was not read is no silence: surgery that is not named, a plan, a word of the criterion, several illnesses', () => {
  holds(`
e | unknown | Myocardial infarction, CABG or PCI in the past 6 months | 60-year-old man, had bypass surgery two months ago
e | not met | Anticipated to undergo any surgery within 6 months | 70-year-old man. Hip replacement is planned for next month.
e | not met | prisoners | 73-year-old man with heart failure, serving a prison sentence.
e | unknown | any co-morbidity with impact on survival, and | 55-year-old man with dilated cardiomyopathy and metastatic lung cancer.
e | unknown | Signed informed consent prior to any study specific procedures | 24-year-old man with migraine.`)
})

test('an example that an exclusion gives keeps out, unless a word narrows the whole', () => {
  holds(`
e | not met | MRI contraindication (metal cardiac valve, pace maker, metal foreign body, claustrophobia) | 59-year-old man with a pacemaker since 2019.
e | not met | Other conditions responsible for hypertrophy (e.g. hypertension, aortic valve disease) | 51-year-old man with long-standing high blood pressure.
e | unknown | Uncontrolled intercurrent illness (e.g. diabetes, hypertension) | 51-year-old man with diabetes.
e | not met | Have Type 1 diabetes, Type 2 diabetes, or any other types of diabetes | 41-year-old woman. Type 2 diabetes for 5 years.
e | not met | Has documented Hepatitis B or Hepatitis C | 71-year-old man. Chronic hepatitis B on entecavir.`)
})

test('what people speak, wish and refuse, and another study they are in, is held against criteria', () => {
  holds(`
e | not met | Not English-speaking | 61-year-old man. Speaks only Portuguese, comes with an interpreter.
e | unknown | Not French-speaking | 61-year-old man, comes with an interpreter.
i | met | Able to speak English | 61-year-old man. Speaks only English and Welsh.
e | not met | Unable or unwilling to give written informed consent | 40-year-old man. He refuses to sign the consent form.
e | met | Unable or unwilling to give written informed consent | 40-year-old man. He refuses surgery.
e | not met | Subject is pregnant or planning to become pregnant in the next 14 months. | 34-year-old woman, hopes to get pregnant next year.
e | unknown | Subject is pregnant or planning to become pregnant. | 34-year-old woman, her sister hopes to get pregnant next year.
e | not met | Patients participating in another study simultaneously; | 60-year-old man, currently in a trial of a new insulin.
e | not met | Participation in another interventional trial within 30 days | 60-year-old man, currently in a trial of a new insulin.
e | unknown | Inability to comply with planned study procedures | 55-year-old man. Forgets his tablets, missed his last three visits.`)
})

test('a value of before counts where any time is asked; a cured illness is not active', () => {
  holds(`
e | not met | LVEF <45% (at the moment of enrollment or in medical history) | 54-year-old man. Echo last year: LVEF 38 %.
e | unknown | History of LVEF < 30% | 54-year-old man. Echo last year: LVEF 38 %.
e | met | The subject has active endocarditis | 66-year-old man. Endocarditis in 2010, cured.
e | unknown | The subject has active endocarditis | 66-year-old man with fever and possible endocarditis. Endocarditis in 2010, cured.
i | not met | SBP >/= 140 mm Hg and NOT on antihypertensive medication. | 59-year-old man, BP 152/84, on ramipril.
i | not met | Adults with asthma and no history of stroke | man of 50 with asthma. Stroke 2 years ago.
e | not met | Severe bone disease. | Femme de 74 ans. Ostéoporose sévère.
e | unknown | Patients treated with pelvic radiation previously | 68-year-old woman. Pelvic radiotherapy 10 years ago.
e | unknown | CT/MRI confirmed the obvious effect of midline shift | 67-year-old man with a stroke, 8 mm midline shift on CT.`)
})
