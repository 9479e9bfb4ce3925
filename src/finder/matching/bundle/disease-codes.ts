import { codesIn } from './coded.ts'
import type { Coded } from './shapes.ts'

/**
 * The names of common codes of SNOMED CT and ICD-10, for records that give a code without words. A code that is not
 * here is not read. None where the concept has no such code.
 */
export function diseaseByCode(coded: Coded | undefined): string | undefined {
  for (const code of codesIn(coded, 'snomed')) {
    const name = snomed.get(code)
    if (name) return name
  }
  for (const code of codesIn(coded, 'icd10')) {
    const name = icd10Name(code)
    if (name) return name
  }
  return undefined
}

/** By the longest beginning that is listed: E11.9 is E11. */
function icd10Name(written: string): string | undefined {
  const code = written.toUpperCase().replace(/[.\s†*!+-]/g, '')
  for (let length = code.length; length >= 3; length--) {
    const name = icd10.get(code.slice(0, length))
    if (name) return name
  }
  return undefined
}

/** Every name in the tables, for the test that the vocabulary knows each. */
export function diseaseCodeNames(): readonly string[] {
  return [...snomed.values(), ...icd10.values()]
}

function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [codes = '', name = ''] = line.split('|')
        return codes.split(' ').map((code): [string, string] => [code, name])
      }),
  )
}

const snomed = table(`
38341003|Hypertension
59621000|Essential hypertension
73211009|Diabetes mellitus
46635009|Type 1 diabetes mellitus
44054006|Type 2 diabetes mellitus
15777000|Prediabetes
414916001|Obesity
13644009|Hypercholesterolemia
55822004|Hyperlipidemia
302870006|Hypertriglyceridemia
237602007|Metabolic syndrome
40930008|Hypothyroidism
34486009|Hyperthyroidism
195967001|Asthma
13645005|Chronic obstructive pulmonary disease
233604007|Pneumonia
59282003|Pulmonary embolism
128053003|Deep vein thrombosis
22298006|Myocardial infarction
53741008|Coronary artery disease
414545008|Ischemic heart disease
84114007|Heart failure
42343007|Congestive heart failure
49436004|Atrial fibrillation
230690007|Stroke
266257000|Transient ischemic attack
709044004|Chronic kidney disease
46177005|End stage renal disease
19943007|Cirrhosis of liver
50711007|Hepatitis C
128302006|Chronic hepatitis C
66071002|Hepatitis B
61977001|Chronic hepatitis B
86406008|HIV infection
62479008|AIDS
56717001|Tuberculosis
840539006|COVID-19
91302008|Sepsis
68566005|Urinary tract infection
34000006|Crohn's disease
64766004|Ulcerative colitis
235595009|Gastroesophageal reflux disease
396331005|Celiac disease
69896004|Rheumatoid arthritis
55464009|Systemic lupus erythematosus
9631008|Ankylosing spondylitis
396275006|Osteoarthritis
64859006|Osteoporosis
90560007|Gout
75053002|Kawasaki disease
31541009|Sarcoidosis
9014002|Psoriasis
24079001|Atopic dermatitis
24700007|Multiple sclerosis
49049000|Parkinson's disease
26929004|Alzheimer's disease
84757009|Epilepsy
37796009|Migraine
35489007|Depressive disorder
370143000|Major depressive disorder
13746004|Bipolar disorder
58214004|Schizophrenia
197480006|Anxiety disorder
47505003|Post-traumatic stress disorder
406506008|Attention deficit hyperactivity disorder
78275009|Obstructive sleep apnea
190905008|Cystic fibrosis
28293008|Hemophilia A
41788008|Hemophilia B
127040003|Sickle cell anemia
271737000|Anemia
87522002|Iron deficiency anemia
129103003|Endometriosis
254837009|Breast cancer
254637007|Non-small cell lung cancer
254632001|Small cell lung cancer
363358000|Lung cancer
399068003|Prostate cancer
363406005|Colon cancer
109989006|Multiple myeloma
91861009|Acute myeloid leukemia
92814006|Chronic lymphocytic leukemia
92818009|Chronic myeloid leukemia
118599009|Hodgkin disease
386661006|Fever
25064002|Headache
267036007|Dyspnea
49727002|Cough
422587007|Nausea
62315008|Diarrhea
29857009|Chest pain
21522001|Abdominal pain
84229001|Fatigue
429740004|Family history of breast cancer
91936005|Allergy to penicillin
77386006|Pregnancy
72892002|Pregnancy
449868002|Smokes tobacco daily
8517006|Ex-smoker
266919005|Never smoked tobacco
76498008|Postmenopausal state`)

const icd10 = table(`
A15 A16 A17 A18 A19|Tuberculosis
B180 B181|Chronic hepatitis B
B182|Chronic hepatitis C
B20|HIV infection
C15|Esophageal cancer
C16|Stomach cancer
C18|Colon cancer
C20|Rectal cancer
C220|Hepatocellular carcinoma
C25|Pancreatic cancer
C34|Lung cancer
C43|Melanoma
C50|Breast cancer
C53|Cervical cancer
C541|Endometrial cancer
C56|Ovarian cancer
C61|Prostate cancer
C64|Kidney cancer
C67|Bladder cancer
C73|Thyroid cancer
C81|Hodgkin disease
C833|Diffuse large B-cell lymphoma
C900|Multiple myeloma
C910|Acute lymphoblastic leukemia
C911|Chronic lymphocytic leukemia
C920|Acute myeloid leukemia
C921|Chronic myeloid leukemia
D571|Sickle cell anemia
D66|Hemophilia A
D67|Hemophilia B
D86|Sarcoidosis
D50|Iron deficiency anemia
E03|Hypothyroidism
E05|Hyperthyroidism
E10|Type 1 diabetes mellitus
E11|Type 2 diabetes mellitus
E66|Obesity
E780|Hypercholesterolemia
E785|Hyperlipidemia
E84|Cystic fibrosis
F20|Schizophrenia
F31|Bipolar disorder
F32|Depression
F33|Major depressive disorder
F431|Post-traumatic stress disorder
F90|Attention deficit hyperactivity disorder
G20|Parkinson's disease
G30|Alzheimer's disease
G35|Multiple sclerosis
G40|Epilepsy
G43|Migraine
G4733|Obstructive sleep apnea
I10|Essential hypertension
I21|Myocardial infarction
I252|Old myocardial infarction
I26|Pulmonary embolism
I480 I481 I482 I4891|Atrial fibrillation
I50|Heart failure
I63|Ischemic stroke
J18|Pneumonia
J44|Chronic obstructive pulmonary disease
J45|Asthma
K21|Gastroesophageal reflux disease
K50|Crohn's disease
K51|Ulcerative colitis
K703|Alcoholic liver cirrhosis
K746|Cirrhosis of liver
K900|Celiac disease
L20|Atopic dermatitis
L40|Psoriasis
M05|Rheumatoid arthritis
M10|Gout
M303|Kawasaki disease
M321 M329|Systemic lupus erythematosus
M45|Ankylosing spondylitis
N18|Chronic kidney disease
N186|End stage renal disease
N80|Endometriosis
R509|Fever
U071|COVID-19
F17|Tobacco smoker
Z331 Z34|Pregnancy
Z780|Postmenopausal state
Z800|Family history of gastrointestinal cancer
Z801|Family history of lung cancer
Z803|Family history of breast cancer
Z8042|Family history of prostate cancer
Z833|Family history of diabetes mellitus
Z85118|Personal history of lung cancer
Z853|Personal history of breast cancer
Z8546|Personal history of prostate cancer
Z87891|Ex-smoker
Z880|Allergy to penicillin`)
