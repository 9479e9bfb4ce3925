import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

/**
 * Criteria as registries write them, held against invented notes: `#` begins a note, `i` is a requirement, `e` an exclusion.
 * Where several verdicts stand, each is true of what was read, and which one comes is a matter of how much was.
 */
const cases = `
# A 52-year-old woman with rheumatoid arthritis. She takes prednisone 10 mg daily and methotrexate weekly. No known drug allergies. She denies diabetes and has never smoked.
e Current use of systemic corticosteroids => not met
e Systemic corticosteroids > 20 mg/day prednisone equivalent => unknown | met
e Concomitant corticosteroid therapy => not met
e Use of immunosuppressants => not met
e Use of anticoagulants => met
e Treatment with biologics within 3 months => met
e Use of inhaled corticosteroids => unknown | met
e Topical steroids => unknown | met
i Currently on methotrexate => met
i Receiving stable dose of oral corticosteroids for at least 4 weeks => unknown
i Type 2 diabetes mellitus => not met
i Patients with type 2 diabetes treated with metformin => not met
e Known hypersensitivity to penicillin => met
i No systemic corticosteroids => not met
i No prior use of methotrexate => not met
e Active infection => met
e Prior treatment with methotrexate => not met | unknown
e History of corticosteroid use => not met | unknown
e Allergy to methotrexate => unknown | met
e Methotrexate intolerance => unknown
e Chronic use of NSAIDs => met
e Corticosteroids other than prednisone ≤ 10 mg/day => unknown
e Systemic steroids except low-dose prednisone => unknown
i Inadequate response to methotrexate => unknown
e Autoimmune disease => not met
e Autoimmune disease other than rheumatoid arthritis => met | unknown
e Active autoimmune disease requiring systemic treatment => unknown | not met
# A 67-year-old man on warfarin for atrial fibrillation and atorvastatin. He stopped smoking 10 years ago. He takes no other medications. Creatinine 1.9 mg/dL. Temperature 36.8 C.
e Anticoagulant therapy => not met
e Current treatment with warfarin or other oral anticoagulants => not met
e Patients receiving vitamin K antagonists => not met
e Antiplatelet agents => met
e Use of statins => not met
i Statin therapy => met
i Not on statin therapy => not met
i Statin-naive => not met | unknown
e Direct oral anticoagulants => met|unknown
e Prior stroke => met
e Fever => unknown
e Pregnancy => not applicable | met
i Postmenopausal women => not met | unknown | not applicable
e Renal insufficiency (creatinine > 1.5 mg/dL) => not met
e Minors => met
e Prisoners => met | unknown
e Cardiac arrhythmia => not met
e Heart failure => met | unknown
e Arrhythmia other than atrial fibrillation => met | unknown
# A 7-year-old boy with asthma on albuterol as needed. Immunizations are up to date. He was born at term.
e Alcohol abuse => not applicable | met
e Breastfeeding => not applicable
e Adults => met
i Adult patients => not met
i Adults with asthma => not met
i Pediatric patients with asthma => met
i Children aged 6-12 years with asthma => met
i Adolescents => not met
e Participation in another trial => unknown | met
e Beta agonists => not met
e Premature birth => met|unknown
# A 45-year-old man with type 2 diabetes, hypertension and prior myocardial infarction 3 years ago. BP 128/76. Creatinine 0.9 mg/dL. eGFR 85 mL/min/1.73m2. HbA1c 8.2%. BMI 31. He denies alcohol use. No history of cancer, stroke or seizures.
i Type 1 diabetes => not met
i Adults with type 1 diabetes => not met
e Type 1 diabetes => met
i Patients with type 2 diabetes => met
e Myocardial infarction within the past 6 months => met
e Myocardial infarction within 5 years => not met | unknown
e History of myocardial infarction => not met | unknown
e Severe renal impairment (eGFR < 30 mL/min/1.73m2) => met
e Renal insufficiency (creatinine > 1.5 mg/dL) => met
e Uncontrolled hypertension (SBP > 160 or DBP > 100 mmHg) => met | unknown
e Uncontrolled hypertension => unknown
e Hypertension => not met
e Malignancy within 5 years => met
e History of malignancy other than basal cell carcinoma => met
e Seizure disorder => met
i History of stroke => not met
i Epilepsy => not met | unknown
i Patients with breast cancer => not met
i Women with breast cancer => not met
i Prostate cancer => not met
i HbA1c between 7.0 and 10.0% => met
i HbA1c ≥ 6.5% and ≤ 8.0% => not met
i BMI 18.5-29.9 kg/m2 => not met
e BMI > 35 => met
e BMI < 18 or > 30 kg/m2 => not met
i Ovarian cancer => not met
i Pregnant women at 24-34 weeks of gestation => not met
e Pregnant women => not applicable
i Negative pregnancy test => not applicable
i Premenopausal women => not applicable | not met | unknown
e Alcohol abuse => met
i Recent myocardial infarction (within 30 days) => not met | unknown
i Acute myocardial infarction within 12 hours of onset => not met | unknown
e Diabetes => not met
e Diabetes other than type 2 => met | unknown
e Any autoimmune disease => met
e Heart disease => not met | unknown
e Cardiovascular disease => not met
i Chronic kidney disease => unknown | not met
i Healthy volunteers => not met | unknown
e Patients unable to give informed consent => met | unknown
i Life expectancy > 3 months => unknown
e Liver cirrhosis => met
i No history of stroke => met
i No history of cancer => met
i Absence of diabetes => not met
i Without known coronary artery disease => unknown | not met
e No history of diabetes => unknown
e Systolic blood pressure < 100 mmHg => met
e Type 2 diabetes diagnosed less than 1 year ago => unknown
# A 30-year-old pregnant woman at 28 weeks with gestational diabetes. She has no chest pain. Temperature 38.9 C. Platelets 80,000/uL. HIV negative. Hepatitis B surface antigen negative.
i Pregnant women => met
e Pregnancy => not met
e Pregnant or lactating => not met
i Not pregnant => not met
e HIV infection => met
i HIV positive => not met
i HIV-infected adults => not met
e Hepatitis B or C infection => met | unknown
e Thrombocytopenia => unknown | not met
e Thrombocytopenia (platelets < 100,000/mm3) => not met
e Platelets < 50 x 10^9/L => met
e Fever > 38.5 C => not met
e Fever => not met
e Afebrile => unknown | met
i Chest pain => not met
i Men with prostate cancer => not met
i Postpartum women => unknown | not met
i Singleton pregnancy => unknown | met
e Women of childbearing potential not using contraception => unknown
# A 34-year-old woman with asthma and allergic rhinitis. She uses budesonide-formoterol inhaler daily and salbutamol as needed. FEV1 62% predicted. Weight 140 lb. Former smoker, quit 5 years ago. Not pregnant. No history of heart disease. Hemoglobin 11.8 g/dL. Potassium 4.1 mmol/L.
e Current smoker => met
e Smokers or ex-smokers => not met | unknown
e Never smokers => unknown | met
i Non-smoker => unknown | met
e Asthma requiring hospitalization in the past year => unknown
e Asthma => not met
e Severe asthma => unknown
e Lung disease other than asthma => unknown | met
e Any chronic lung disease except mild asthma => unknown
e Uncontrolled asthma => unknown
i Asthma diagnosed at least 6 months ago => unknown
i FEV1 ≥ 60% predicted => met | unknown
i FEV1 < 60% => not met
e FEV1 < 50% of predicted => met
i Weight ≥ 50 kg => met
i Body weight > 70 kg => not met
i Hemoglobin ≥ 12 g/dL => not met
i Hemoglobin > 110 g/L => met
e Hemoglobin < 7.5 mmol/L => not met | unknown
e Hyperkalemia (K > 5.5 mmol/L) => met
i Potassium 3.5-5.0 mEq/L => met
e Pregnant, planning to become pregnant, or breastfeeding => unknown | met
e Use of inhaled corticosteroids within 4 weeks => not met | unknown
e Systemic corticosteroids within 3 months => unknown | met
e Long-acting beta agonists => not met | unknown
i On inhaled corticosteroids => met | unknown
i Not on maintenance inhaler therapy => unknown
e Heart failure => met
e Coronary artery disease => met
e Known heart disease unless stable => met | unknown
i History of heart disease => not met
i Stable angina or prior myocardial infarction => not met | unknown
e Age < 18 or > 65 years => met
e Age under 40 => not met
i Aged 40 years or older => not met
i 18 to 34 years => met
i Between 35 and 80 years => not met
i Males aged 18-50 => not met
e Females => not met
i Men with asthma => not met
e Elderly patients => met
e Children with asthma => met
i Infants with bronchiolitis => not met
e Allergic rhinitis => not met
e Known allergy to any of the study medications => unknown
e Prior exposure to salbutamol => not met | unknown
e Treatment with oral beta-agonists => unknown
# A 70-year-old man. Prostate cancer treated with radiotherapy in 2015, now in remission. He has never had chemotherapy. CKD stage 3, eGFR 45. On apixaban 5 mg BID, metoprolol and furosemide. LVEF 35%. NYHA class II. ECOG 1. No known metastases. INR 1.1. ALT 30 U/L.
e Active malignancy => unknown | met
e History of malignancy => unknown | not met
e Malignancy within 5 years except treated prostate cancer => unknown | met
e Prior chemotherapy => met | unknown
i Chemotherapy-naive => met | unknown
i Prior radiotherapy => met | unknown
i No prior radiotherapy => unknown | not met
e Metastatic disease => met | unknown
i Metastatic prostate cancer => unknown | not met
i LVEF ≤ 40% => met
i LVEF > 50% => not met
i NYHA class II-IV => met
e NYHA class III or IV => met | unknown
i ECOG 0 => not met
i ECOG performance status ≤ 2 => met
e eGFR < 30 mL/min => met | unknown
e Severe renal impairment (eGFR < 30 mL/min/1.73 m2) => met | unknown
e Anticoagulation with warfarin => met | unknown
e Therapeutic anticoagulation => not met
e Anticoagulants other than low-dose aspirin => unknown | not met
e Patients on beta-blockers who cannot stop => unknown
i Receiving beta-blocker => met
i Diuretic treatment => met
e INR > 1.5 => met
e ALT > 3 x ULN => unknown | met
e Dialysis => met
e Chronic kidney disease stage 4 or 5 => met | unknown
e Moderate to severe renal impairment => unknown
e Current use of direct oral anticoagulants => not met
e Use of thiazide diuretics => met
i Female sex => not met
e Women of childbearing potential => not applicable | met
i Age ≥ 75 => not met
e Age > 75 years => met
i Not taking anticoagulants => not met
e Stroke within 3 months => met
`

interface Pair {
  readonly kind: 'inclusion' | 'exclusion'
  readonly criterion: string
  readonly verdicts: readonly string[]
}

for (const part of cases.split('\n# ').slice(1)) {
  const [note = '', ...lines] = part.trim().split('\n')
  test(`nothing false is said with certainty of: ${note}`, () => {
    const patient = readNote(note, { vocabulary })
    for (const { kind, criterion, verdicts } of lines.map(pair)) {
      const judged = judgeCriterion(criterion, kind, patient, { vocabulary, mode: 'self-check' })
      assert.ok(verdicts.includes(judged.verdict), `${kind} ${criterion}: ${judged.verdict}`)
      if (judged.verdict === 'not met') assert.ok(judged.evidence.length > 0, criterion)
    }
  })
}

function pair(line: string): Pair {
  const [asked = '', verdicts = ''] = line.split(' => ')
  return {
    kind: asked.startsWith('i ') ? 'inclusion' : 'exclusion',
    criterion: asked.slice(2),
    verdicts: verdicts.split('|').map((verdict) => verdict.trim()),
  }
}
