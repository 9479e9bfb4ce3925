import { codesIn } from './coded.ts'
import type { Coded } from './shapes.ts'

/** The names of common codes of RxNorm (ingredients), ATC and CVX, for records that give a code without words. */
export function medicineByCode(coded: Coded | undefined): string | undefined {
  for (const system of ['rxnorm', 'atc', 'cvx'] as const)
    for (const code of codesIn(coded, system)) {
      const name = byCode.get(`${system} ${code.toUpperCase()}`)
      if (name) return name
    }
  return undefined
}

/** Every name of a medicine in the table, for the test that each is known. */
export function medicineCodeNames(): readonly string[] {
  return [...byCode].flatMap(([code, name]) => (code.startsWith('cvx') ? [] : name))
}

/** Name, RxNorm codes, ATC codes. */
const medicines = `
acetaminophen|161|N02BE01
adalimumab|327361|L04AB04
albuterol|435|R03AC02
allopurinol|519|M04AA01
amiodarone|703|C01BD01
amlodipine|17767|C08CA01
amoxicillin|723|J01CA04
anakinra|72435|L04AC03
apixaban|1364430|B01AF02
aspirin|1191|B01AC06 N02BA01
atenolol|1202|C07AB03
atorvastatin|83367|C10AA05
azathioprine|1256|L04AX01
azithromycin|18631|J01FA10
carvedilol|20352|C07AG02
ciprofloxacin|2551|J01MA02
clopidogrel|32968|B01AC04
cyclosporine|3008|L04AD01
dabigatran||B01AE07
dexamethasone|3264|H02AB02
digoxin|3407|C01AA05
doxycycline|3640|J01AA02
enoxaparin|67108|B01AB05
etanercept|214555|L04AB01
fluoxetine|4493|N06AB03
furosemide|4603|C03CA01
gabapentin|25480|N02BF01 N03AX12
heparin|5224|B01AB01
hydrochlorothiazide|5487|C03AA03
hydrocortisone|5492|H02AB09
hydroxychloroquine|5521|P01BA02
ibuprofen|5640|M01AE01
infliximab|191831|L04AB02
levothyroxine|10582|H03AA01
lisinopril|29046|C09AA03
losartan|52175|C09CA01
metformin|6809|A10BA02
methotrexate|6851|L01BA01 L04AX03
methylprednisolone|6902|H02AB04
metoprolol|6918|C07AB02
naproxen|7258|M01AE02
omeprazole|7646|A02BC01
ondansetron|26225|A04AA01
pantoprazole|40790|A02BC02
prednisolone|8638|H02AB06
prednisone|8640|H02AB07
ramipril|35296|C09AA05
rituximab|121191|L01FA01 L01XC02
rivaroxaban|1114195|B01AF01
sertraline|36437|N06AB06
simvastatin|36567|C10AA01
spironolactone|9997|C03DA01
tacrolimus|42316|L04AD02
tamoxifen|10324|L02BA01
trastuzumab|224905|L01FD01 L01XC03
warfarin|11289|B01AA03`

/** Names of vaccines by their CVX codes. */
const vaccines = `
measles, mumps and rubella vaccine|03
varicella vaccine|21
hepatitis B vaccine|08 43 45
influenza vaccine|88 140 141 150 158
pneumococcal polysaccharide vaccine|33
pneumococcal conjugate vaccine|133
tetanus and diphtheria vaccine|113 09
diphtheria, tetanus and pertussis vaccine|20 115
rotavirus vaccine|119
poliovirus vaccine|10
BCG vaccine|19
COVID-19 vaccine|207 208 212 213`

const byCode: ReadonlyMap<string, string> = new Map([
  ...rows(medicines).flatMap(([name = '', rxnorm = '', atc = '']) => [
    ...codes('rxnorm', rxnorm, name),
    ...codes('atc', atc, name),
  ]),
  ...rows(vaccines).flatMap(([name = '', cvx = '']) => codes('cvx', cvx, name)),
])

function rows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
}

function codes(system: string, list: string, name: string): [string, string][] {
  return list.split(' ').flatMap((code) => (code === '' ? [] : [[`${system} ${code}`, name]]))
}
