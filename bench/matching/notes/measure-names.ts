import { tokens } from '../../../src/finder/vocabulary/fold.ts'

/** True where our code of a measure is what the annotation names. */
export function isMeasureNamed(code: string, name: string): boolean {
  const sought = plain(name)
  const names = [...(otherNames[code] ?? []), code].map(plain)
  if (names.some((one) => one === sought)) return true
  const long = names.filter((one) => one.length > 3)
  if (long.some((one) => sought.includes(one) || one.includes(sought))) return true
  const words = new Set(tokens(name))
  return tokens(code).some((word) => word.length > 3 && !common.has(word) && words.has(word))
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, '')
}

const common: ReadonlySet<string> = new Set(
  tokens(
    'total level count index score pressure scale blood serum test free activity antibody rate',
  ),
)

/** What a reader calls a measure, by our code, where the two differ by more than spelling. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  spo2: ['oxygen saturation'],
  temperature: ['body temperature'],
  weight: ['body weight'],
  height: ['body height'],
  bmi: ['body mass index'],
  lvef: ['left ventricular ejection fraction'],
  hba1c: ['hemoglobin A1c'],
  systolicPressure: ['systolic blood pressure'],
  diastolicPressure: ['diastolic blood pressure'],
  leukocytes: ['leukocyte count'],
  platelets: ['platelet count'],
  neutrophils: ['neutrophil count'],
  lymphocytes: ['lymphocyte count'],
  ast: ['aspartate aminotransferase'],
  alt: ['alanine aminotransferase'],
  ggt: ['gamma-glutamyltransferase'],
  ck: ['creatine kinase'],
  ldh: ['lactate dehydrogenase'],
  crp: ['C-reactive protein'],
  esr: ['erythrocyte sedimentation rate'],
  ldl: ['LDL cholesterol'],
  hdl: ['HDL cholesterol'],
  egfr: ['estimated glomerular filtration rate', 'glomerular filtration rate'],
  fev1: ['forced expiratory volume in 1 second'],
  fvc: ['forced vital capacity', 'slow vital capacity'],
  dlco: ['diffusing capacity for carbon monoxide'],
  tsh: ['thyrotropin', 'thyroid stimulating hormone'],
  bnp: ['brain natriuretic peptide', 'B-type natriuretic peptide'],
  ntProBnp: ['N-terminal pro-brain natriuretic peptide'],
  IgG: ['immunoglobulin G'],
  IgA: ['immunoglobulin A'],
  IgM: ['immunoglobulin M'],
  IgE: ['immunoglobulin E'],
  peakFlow: ['peak expiratory flow'],
  paraprotein: ['monoclonal protein', 'M-protein'],
  psa: ['prostate-specific antigen'],
  pth: ['parathyroid hormone'],
  urate: ['uric acid'],
  cd4: ['CD4 count'],
  qtc: ['QTc interval'],
  gcs: ['Glasgow Coma Scale'],
  mmse: ['Mini-Mental State Examination'],
  moca: ['Montreal Cognitive Assessment'],
  nihss: ['NIH Stroke Scale'],
  edss: ['Expanded Disability Status Scale'],
  ecog: ['ECOG performance status'],
  pasi: ['Psoriasis Area and Severity Index'],
  epworth: ['Epworth Sleepiness Scale'],
  epds: ['Edinburgh Postnatal Depression Scale'],
  pcl5: ['PTSD Checklist for DSM-5'],
  painScore: ['pain visual analog scale'],
  boneDensity: ['bone density T-score'],
  glucose: ['fasting glucose', '2-hour glucose'],
  fsh: ['follicle stimulating hormone'],
  lh: ['luteinizing hormone'],
  hcg: ['beta-hCG'],
  mcv: ['mean corpuscular volume'],
  ahi: ['apnea-hypopnea index'],
  urineProteinRatio: ['urine protein/creatinine ratio'],
  urineProtein: ['urine protein excretion'],
  csfCells: ['cerebrospinal fluid leukocyte count'],
  csfProtein: ['cerebrospinal fluid protein'],
  csfGlucose: ['cerebrospinal fluid glucose'],
  pco2: ['partial pressure of carbon dioxide'],
  po2: ['partial pressure of oxygen'],
  fio2: ['fraction of inspired oxygen'],
  map: ['mean arterial pressure'],
  pulmonaryPressure: ['systolic pulmonary artery pressure'],
  anticcp: ['anti-CCP antibody'],
  ttgIga: ['tissue transglutaminase IgA'],
  fit: ['fecal immunochemical test'],
  prothrombin: ['prothrombin level'],
  afp: ['alpha-fetoprotein'],
  viralLoad: ['HIV viral load', 'hepatitis C virus RNA', 'hepatitis B virus DNA'],
  bcrAbl: ['BCR-ABL1 transcript level'],
  tpo: ['anti-thyroid peroxidase antibody'],
  trab: ['TSH receptor antibody'],
  ana: ['antinuclear antibody titer'],
  ace: ['angiotensin-converting enzyme'],
  jcvIndex: ['anti-JCV antibody index', 'JC virus antibody index'],
  vitaminD: ['25-hydroxyvitamin D'],
}
