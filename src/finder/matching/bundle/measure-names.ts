import { measureNamedBefore, measuresBefore } from '../../eligibility/measures.ts'
import { allWordings, codesOf } from './coded.ts'
import type { Coded } from './shapes.ts'

/**
 * The measure that an observation is of: by LOINC where its code is listed, else by its words. Undefined for what is
 * another measure, or the same of another specimen: creatinine in urine is not creatinine.
 */
export function measureNamed(
  code: Coded | undefined,
  dimension: string | undefined,
): string | undefined {
  const codes = codesOf(code)
  for (const one of codes) {
    const what = loinc.get(one)
    if (what) return what === 'other' ? undefined : what
  }
  for (const wording of allWordings(code)) {
    const words = inEnglish(wording.replace(/\[[^\]]*\]|\/hemoglobin\.total/gi, ' '))
    if (isOther.test(words.replace(/international normali[sz]ed ratio/i, ''))) return undefined
    const name = `${words.replace(notName, ' ')} `
    const named =
      dimension === undefined ? measureNamedBefore(name) : measuresBefore(name, dimension)
    if (named?.codes.length === 1) return named.codes[0]
  }
  return undefined
}

/** What LOINC's names add: "in Serum or Plasma", "by Automated count". */
const notName = /\b(?:in|by)\b.*$/gi

function inEnglish(name: string): string {
  return french.reduce((words, [pattern, english]) => words.replace(pattern, english), name)
}

const french: readonly (readonly [RegExp, string])[] = [
  [/clairance de la cr[ée]atinine/i, 'creatinine clearance'],
  [/cr[ée]atinine|cr[ée]atinin[ée]mie/i, 'creatinine'],
  [/h[ée]moglobine glyqu[ée]e/i, 'hba1c'],
  [/h[ée]moglobine/i, 'hemoglobin'],
  [/plaquettes/i, 'platelets'],
  [/leucocytes/i, 'leukocytes'],
  [/(?:poly)?neutrophiles/i, 'neutrophils'],
  [/glyc[ée]mie/i, 'glucose'],
  [/bilirubine(?: totale)?/i, 'bilirubin'],
  [/albumine|albumin[ée]mie/i, 'albumin'],
  [/kali[ée]mie/i, 'potassium'],
  [/natr[ée]mie/i, 'sodium'],
  [/d[ée]bit de filtration glom[ée]rulaire|\bdfg\b/i, 'egfr'],
  [/temp[ée]rature(?: corporelle)?/i, 'temperature'],
  [/fr[ée]quence cardiaque/i, 'heart rate'],
  [/pression art[ée]rielle systolique/i, 'systolic blood pressure'],
  [/pression art[ée]rielle diastolique/i, 'diastolic blood pressure'],
]

/** Another specimen, another person, another moment or another value than the plain one. */
const isOther =
  /\b(?:urin\w*|csf|cerebr\w+|pleural|ascit\w+|peritoneal|synovial|stool|f(?:a)?eces|f(?:a)?ecal|saliva|sweat|dialysate|amniotic|fluid|cord|umbilical|f(?:o)?etal|f(?:o)?etus|donor|newborn|birth|ideal|target|goal|max\w*|min|minimum|mean|average|predicted|percentile|change|baseline|pre-?pregnancy|direct|conjugated|indirect|unconjugated|ioni[sz]ed|free|ratio|variability|pulmonary|venous|wedge|orthostatic|peak|trough|dose|challenge|tolerance|post|highest|lowest|adjusted|lean|setting|reticulocyte\w*|corpuscular|volume|width|distribution|100 (?:leukocytes|cells)|nucleated|immature|band\w*|antibod\w+|\bab\b|\bag\b|antigen|gene|mutation)\b/i

/** Standard codes of common measures; `other` is near one of them and is not it. */
const loinc: ReadonlyMap<string, string> = new Map(
  `weight 29463-7 3141-9 3142-7
height 8302-2 3137-7 8306-3 3138-5
bmi 39156-5
waist 8280-0
systolicPressure 8480-6 8459-0 8460-8 8461-6
diastolicPressure 8462-4 8453-3 8454-1 8455-8
heartRate 8867-4
temperature 8310-5 8331-1 8332-9
spo2 2708-6 59408-5
hemoglobin 718-7 30313-1 20509-6 59260-0
platelets 777-3 26515-7 778-1
leukocytes 6690-2 26464-8
neutrophils 751-8 26499-4 753-4
lymphocytes 731-0 26474-7
eosinophils 711-2 26449-9
cd4 24467-3
creatinine 2160-0 14682-9 38483-4
creatinineClearance 2164-2
bilirubin 1975-2 14631-6
ast 1920-8 30239-8
alt 1742-6 1743-4 1744-2
alkalinePhosphatase 6768-6
ggt 2324-2
ck 2157-6
ldh 2532-0 14804-9
lipase 3040-3
amylase 1798-8
inr 6301-6 34714-6
albumin 1751-7
crp 1988-5 30522-7
esr 4537-7 30341-2
ferritin 2276-4
glucose 2345-7 2339-0 1558-6 14749-6 15074-8 41653-7
hba1c 4548-4 17856-6 59261-8
cholesterol 2093-3 14647-2
ldl 13457-7 18262-6 2089-1
hdl 2085-9
triglycerides 2571-8
potassium 2823-3 6298-4
sodium 2951-2 2947-0
calcium 17861-6
ntProBnp 33762-6
bnp 30934-4
egfr 33914-3 62238-1 98979-8 48642-3 48643-1 69405-9 88293-6 77147-7
lvef 10230-1 8806-2
ecog 89247-1 89262-0
karnofsky 89243-0
other 1968-7 2161-8 2888-6 59574-4 59576-9 8478-0 14957-5 9318-7 13705-9 1994-3`
    .split('\n')
    .flatMap((line) => {
      const [what = '', ...codes] = line.split(' ')
      return codes.map((code): [string, string] => [code, what])
    }),
)
