/**
 * What doctors write short in notes, and the words a vocabulary knows. Only in capitals, or as written
 * here: "PE" is an embolism, but "MS" may be several things and is left out.
 */
export const shorthand: ReadonlyMap<string, string> = new Map(
  `HTN|Hypertension
CRPC|Prostatic Neoplasms, Castration-Resistant
HSPC|Prostatic Neoplasms
HGSOC|Ovarian Neoplasms
HGSC|Ovarian Neoplasms
HL|Hyperlipidemias
HLD|Hyperlipidemias
CAD|Coronary Artery Disease
CHF|Heart Failure
HFrEF|Heart Failure, Systolic
HFpEF|Heart Failure, Diastolic
AF|Atrial Fibrillation
Afib|Atrial Fibrillation
AFib|Atrial Fibrillation
afib|Atrial Fibrillation
MI|Myocardial Infarction
NSTEMI|Non-ST Elevated Myocardial Infarction
STEMI|ST Elevation Myocardial Infarction
CVA|Stroke
TIA|Ischemic Attack, Transient
DM|Diabetes Mellitus
DM1|Diabetes Mellitus, Type 1
DM2|Diabetes Mellitus, Type 2
DMI|Diabetes Mellitus, Type 1
DMII|Diabetes Mellitus, Type 2
T2DM|Diabetes Mellitus, Type 2
T1DM|Diabetes Mellitus, Type 1
IDDM|Diabetes Mellitus, Type 1
NIDDM|Diabetes Mellitus, Type 2
DKA|Diabetic Ketoacidosis
COPD|Pulmonary Disease, Chronic Obstructive
OSA|Sleep Apnea, Obstructive
CKD|Renal Insufficiency, Chronic
ESRD|Kidney Failure, Chronic
CRI|Renal Insufficiency, Chronic
ARF|Acute Kidney Injury
AKI|Acute Kidney Injury
UTI|Urinary Tract Infections
UTIs|Urinary Tract Infections
DVT|Venous Thrombosis
PE|Pulmonary Embolism
PVD|Peripheral Vascular Diseases
PAD|Peripheral Arterial Disease
GERD|Gastroesophageal Reflux
PUD|Peptic Ulcer
GIB|Gastrointestinal Hemorrhage
IBD|Inflammatory Bowel Diseases
IBS|Irritable Bowel Syndrome
UC|Colitis, Ulcerative
HCV|Hepatitis C
HBV|Hepatitis B
HIV|HIV Infections
TB|Tuberculosis
SOB|Dyspnea
DOE|Dyspnea
CP|Chest Pain
HA|Headache
N/V|Vomiting
LBP|Low Back Pain
AS|Aortic Valve Stenosis
MR|Mitral Valve Insufficiency
AAA|Aortic Aneurysm, Abdominal
SAH|Subarachnoid Hemorrhage
SDH|Hematoma, Subdural
ICH|Cerebral Hemorrhage
TBI|Brain Injuries, Traumatic
BPH|Prostatic Hyperplasia
SLE|Lupus Erythematosus, Systemic
RA|Arthritis, Rheumatoid
OA|Osteoarthritis
MDD|Depressive Disorder, Major
PTSD|Stress Disorders, Post-Traumatic
ADHD|Attention Deficit Disorder with Hyperactivity
GBM|Glioblastoma
NSCLC|Carcinoma, Non-Small-Cell Lung
SCLC|Small Cell Lung Carcinoma
HCC|Carcinoma, Hepatocellular
RCC|Carcinoma, Renal Cell
MDS|Myelodysplastic Syndromes
AML|Leukemia, Myeloid, Acute
ALL|Precursor Cell Lymphoblastic Leukemia-Lymphoma
CLL|Leukemia, Lymphocytic, Chronic, B-Cell
CML|Leukemia, Myelogenous, Chronic, BCR-ABL Positive
DLBCL|Lymphoma, Large B-Cell, Diffuse
NHL|Lymphoma, Non-Hodgkin
RRMS|Multiple Sclerosis, Relapsing-Remitting
PCOS|Polycystic Ovary Syndrome
ARDS|Respiratory Distress Syndrome
ITP|Purpura, Thrombocytopenic, Idiopathic
TTP|Purpura, Thrombotic Thrombocytopenic
AIDS|Acquired Immunodeficiency Syndrome
NASH|Non-alcoholic Fatty Liver Disease
MGUS|Monoclonal Gammopathy of Undetermined Significance
FAP|Adenomatous Polyposis Coli
KD|Mucocutaneous Lymph Node Syndrome`
    .split('\n')
    .map((line) => line.split('|') as [string, string]),
)

/** Words of an examination or a complaint that MeSH names otherwise. */
export const plainSigns: readonly (readonly [RegExp, string])[] = [
  [
    /\bshortness of breath|short of breath|difficulty breathing|breathless\w*|dyspnoea/gi,
    'Dyspnea',
  ],
  [/\bhigh blood pressure\b/gi, 'Hypertension'],
  [/\bfebrile|(?:high |low[- ]grade )?fevers?\b|pyrexia/gi, 'Fever'],
  [
    /\bheart failure with (?:a )?(?:reduced|low) (?:left ventricular )?(?:ejection fraction|LVEF|EF)(?: \(HFrEF\))?|\bHFrEF\b/gi,
    'Heart Failure, Systolic',
  ],
  [
    /\bheart failure with (?:a )?(?:preserved|normal) (?:left ventricular )?(?:ejection fraction|LVEF|EF)(?: \(HFpEF\))?/gi,
    'Heart Failure, Diastolic',
  ],
  [/\bCMV (?:infections?|disease|vir(?:a)?emia|reactivation)\b/g, 'Cytomegalovirus Infections'],
  [/\bHSV(?:-[12])? (?:infections?|disease|reactivation)\b/g, 'Herpes Simplex'],
  [/\bVZV (?:infections?|disease|reactivation)\b/g, 'Varicella Zoster Virus Infection'],
  [/\bcirrhotic\b/gi, 'Liver Cirrhosis'],
  [/\bobese\b/gi, 'Obesity'],
  [/\bepileptic\b/gi, 'Epilepsy'],
  [/\bdiabetic\b/gi, 'Diabetes Mellitus'],
  [/\bhypertensive\b/gi, 'Hypertension'],
  [/\basthmatic\b/gi, 'Asthma'],
  [/\bdepressed\b/gi, 'Depression'],
  [/\b(?:an)?a?emic\b/gi, 'Anemia'],
  [/\bjaundiced\b|\bicteric\b/gi, 'Jaundice'],
  [/\bwheez(?:ing|es?)\b/gi, 'Respiratory Sounds'],
  [/\bheart attack\b/gi, 'Myocardial Infarction'],
  [/\bhigh cholesterol\b/gi, 'Hypercholesterolemia'],
  [/\bimmunosuppress(?:ed|ive|ion)\b|\bimmunocompromised\b/gi, 'Immunologic Deficiency Syndromes'],
]
