const dementias = [
  'Dementia',
  'Alzheimer Disease',
  'Dementia, Vascular',
  'Lewy Body Disease',
  'Frontotemporal Dementia',
]

/**
 * Beside the kinds that the vocabulary knows: what a criterion that names the one always means too, though the one is also said of less
 * or not all doctors count it in. By the term of what is asked.
 */
export const furtherKinds: Readonly<Record<string, readonly string[]>> = {
  'Cognitive Dysfunction': dementias,
  'Cognition Disorders': dementias,
  'Psychotic Disorders': ['Schizophrenia', 'Schizophrenia, Paranoid'],
  'Autoimmune Diseases': [
    'Crohn Disease',
    'Colitis, Ulcerative',
    'Inflammatory Bowel Diseases',
    'Psoriasis',
    'Arthritis, Psoriatic',
    'Spondylitis, Ankylosing',
  ],
  'Urinary Tract Infections': ['Cystitis'],
  Depression: ['Depressive Disorder', 'Depressive Disorder, Major'],
}

/** What the vocabulary files under an illness that it is not yet: by its term, those above it that it is no kind of. */
export const noKindOf: Readonly<Record<string, readonly string[]>> = {
  'Prediabetic State': ['Diabetes Mellitus'],
  'Diabetes, Gestational': ['Diabetes Mellitus'],
  Prehypertension: ['Hypertension'],
}

/** Kinds of one disease of which a person has one: who has type 2 diabetes has not type 1. */
export const oneOf: readonly (readonly string[])[] = [
  ['Diabetes Mellitus, Type 1', 'Diabetes Mellitus, Type 2'],
  ['Crohn Disease', 'Colitis, Ulcerative'],
  ['Multiple Sclerosis, Relapsing-Remitting', 'Multiple Sclerosis, Chronic Progressive'],
  ['Heart Failure, Systolic', 'Heart Failure, Diastolic'],
  ['Small Cell Lung Carcinoma', 'Carcinoma, Non-Small-Cell Lung'],
]

/** Illnesses of which a person has one at a time, though another may have been: they answer a requirement and clear of nothing. */
export const oneAtATime: readonly (readonly string[])[] = [
  [
    'Diabetes, Gestational',
    'Diabetes Mellitus, Type 1',
    'Diabetes Mellitus, Type 2',
    'Prediabetic State',
  ],
  [
    'Leukemia, Myeloid, Acute',
    'Precursor Cell Lymphoblastic Leukemia-Lymphoma',
    'Leukemia, Myelogenous, Chronic, BCR-ABL Positive',
    'Leukemia, Lymphocytic, Chronic, B-Cell',
  ],
  ['Hodgkin Disease', 'Lymphoma, Non-Hodgkin'],
  [
    'Lymphoma, Large B-Cell, Diffuse',
    'Lymphoma, Follicular',
    'Lymphoma, Mantle-Cell',
    'Lymphoma, B-Cell, Marginal Zone',
    'Burkitt Lymphoma',
    'Lymphoma, T-Cell',
    'Waldenstrom Macroglobulinemia',
  ],
  ['Cardiomyopathy, Dilated', 'Cardiomyopathy, Hypertrophic', 'Cardiomyopathy, Restrictive'],
  ['Hyperparathyroidism', 'Hypoparathyroidism'],
  ['Hyperkalemia', 'Hypokalemia'],
  ['Hypernatremia', 'Hyponatremia'],
  ['Malaria, Falciparum', 'Malaria, Vivax'],
  ['Neurofibromatosis 1', 'Neurofibromatosis 2'],
  ['Myasthenia Gravis', 'Lambert-Eaton Myasthenic Syndrome'],
  ['Purpura, Thrombocytopenic, Idiopathic', 'Purpura, Thrombotic Thrombocytopenic'],
  ['Polycythemia Vera', 'Thrombocythemia, Essential', 'Primary Myelofibrosis'],
  ['Ischemic Stroke', 'Hemorrhagic Stroke', 'Cerebral Hemorrhage', 'Subarachnoid Hemorrhage'],
  ['Hemophilia A', 'Hemophilia B'],
  ['Hyperthyroidism', 'Hypothyroidism'],
  ['Bipolar Disorder', 'Depressive Disorder, Major'],
  ['Arthritis, Psoriatic', 'Arthritis, Rheumatoid', 'Spondylitis, Ankylosing'],
  ['Parkinson Disease', 'Multiple System Atrophy', 'Supranuclear Palsy, Progressive'],
  ['Alzheimer Disease', 'Frontotemporal Dementia'],
  ['Glaucoma, Open-Angle', 'Glaucoma, Angle-Closure'],
  ['Sleep Apnea, Obstructive', 'Sleep Apnea, Central'],
  ['Anorexia Nervosa', 'Bulimia Nervosa'],
  ['ST Elevation Myocardial Infarction', 'Non-ST Elevated Myocardial Infarction'],
  [
    'Granulomatosis with Polyangiitis',
    'Microscopic Polyangiitis',
    'Churg-Strauss Syndrome',
    'Giant Cell Arteritis',
    'Takayasu Arteritis',
  ],
  [
    'Glomerulonephritis, IGA',
    'Glomerulonephritis, Membranous',
    'Nephrosis, Lipoid',
    'Glomerulosclerosis, Focal Segmental',
  ],
  ['Muscular Dystrophy, Duchenne', 'Muscular Dystrophy, Facioscapulohumeral', 'Myotonic Dystrophy'],
]
