import type { Vocabulary } from '../../vocabulary/concept.ts'

/** A disease that a history means as one the person still has ("PMH: hypertension"). Rule `lasting@1`. */
export function isLasting(term: string, vocabulary: Vocabulary): boolean {
  const before = known.get(term)
  if (before !== undefined) return before
  const concept = vocabulary.byName(term)
  const lasts =
    named.test(term) ||
    (concept !== undefined &&
      !passing.test(concept.term) &&
      concept.trees.some((tree) =>
        places.some((place) => tree === place || tree.startsWith(`${place}.`)),
      ))
  known.set(term, lasts)
  return lasts
}

const known = new Map<string, boolean>()

/** Places of the MeSH tree whose diseases last. */
const places: readonly string[] = (
  'C14.907.489 C14.280.067.198 C14.280.434 C18.452.394.750 C18.452.584.500 C08.127.108 C08.381.495.389 ' +
  'C10.228.140.490 C10.228.140.380 C10.574 C10.114 C10.314 C05.116.198.579 C05.550.114 C05.799 C16.320 C16.131 ' +
  'C20.111 C19.874 C19.053.500 C12.777.419.780 C12.050.351.968.419.780 C06.405.205.731 C06.405.469.432 C06.552.630 ' +
  'C17.300.200 C17.800.859.675 C11.525 C23.888.144.699.500 C18.654.726.500 C10.886.425.800.750 C15.378.071.141 ' +
  'F03.700.750 F03.084.500 F03.625 C10.228.140.546 C20.673.480 C01.221.250.875.500'
).split(' ')

const named =
  /^(?:Hypertension|Asthma|Diabetes Mellitus.*|Epilepsy|Migraine.*|Atrial Fibrillation|Heart Failure.*|Renal Insufficiency, Chronic|Kidney Failure, Chronic|Pulmonary Disease, Chronic Obstructive|Hyperlipidemias|Hypercholesterolemia|Dyslipidemias|Obesity|Osteoporosis|Osteoarthritis|Gout|Gastroesophageal Reflux|Hypothyroidism|Sleep Apnea.*|Parkinson Disease|Multiple Sclerosis.*|Schizophrenia|Bipolar Disorder|HIV Infections|Glaucoma|Psoriasis|Vitiligo|Hearing Loss|Prostatic Hyperplasia|Endometriosis|Irritable Bowel Syndrome|Liver Cirrhosis|Hemophilia.*|Cerebral Palsy|Autism Spectrum Disorder|Attention Deficit.*|Dementia|Alzheimer Disease|Coronary (?:Artery )?Disease|Peripheral Arterial Disease|Aortic Valve Stenosis|Rhinitis, Allergic|Fatty Liver|Celiac Disease|Restless Legs Syndrome|Macular Degeneration|Alcoholism|Sarcoidosis|Varicose Veins|Polycystic Ovary Syndrome|Intellectual Disability|Tinnitus|Hernia, Hiatal|Raynaud Disease|Menopause.*)$/

/** Among those, what passes. */
const passing =
  /Neoplasms|Leukemia|Lymphoma|Carcinoma|Cancer|Purpura|Encephalomyelitis|Guillain|Gestational|Ketoacidosis|Glomerulonephritis|Crisis|Thyrotoxicosis|Graves|Thyroiditis|Coma|Status|Seizures|Infarction|^Acute /
