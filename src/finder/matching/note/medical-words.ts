import { capitalized } from '../../../base/capitalized.ts'
import type { Named } from '../patient/named.ts'

/**
 * Names of diseases and signs that no list has, told by how medicine builds them: a word with a medical ending
 * ("cholangitis", "néphropathie"), or a head word with what stands with it ("ankle fracture", "fracture du poignet").
 * The name is kept as it is written. Rule `medical-word@1`.
 */
export function medicalWordsIn(text: string, language: 'en' | 'fr'): Named[] {
  const found: Named[] = []
  const add = (start: number, end: number): void => {
    const term = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ')
    found.push({ start, end, term: capitalized(term) })
  }
  for (const match of text.matchAll(endings[language]))
    if (!plain[language].test(match[0]) && !isValue(text, match.index + match[0].length, match[0]))
      add(match.index, match.index + match[0].length)
  for (const match of text.matchAll(heads[language]))
    if (!notFindings.test(match[0])) add(match.index, match.index + match[0].trimEnd().length)
  return found
}

/** "Tacrolémie 6,2 ng/mL": what is in the blood, measured. */
function isValue(text: string, end: number, written: string): boolean {
  return (
    /[ée]mie$|a?emia$/iu.test(written) &&
    /^\s?(?:[:=]|[àa]|est|was|is)?\s?[<>]?\s?\d/i.test(text.slice(end, end + 10))
  )
}

const endings = {
  en: /(?<![\p{L}-])\p{L}{3,}(?:itis|itides|[^gxnp]osis|oses|a?emia|uria|penia|cytosis|algia|opathy|opathies|omas?|plegia|paresis|rrhoea|rrhea|rrhagia|rrhage|megaly|ectasia|ectasis|malacia|phobia|dynia|trophy|plasia|cele|lithiasis|o?edema|stenosis|sclerosis|kinesia|phasia|praxia|phagia|somnia|opsia|oxia|capnia|natr\p{L}mia|cardia|pnea|pnoea|ptosis|spasm|spasms|rrhexis|lysis)(?!\p{L})/giu,
  fr: /(?<![\p{L}-])\p{L}{3,}(?:[^aïéu]ites?|[lrtbdcymk]oses?|[ée]mies?|uries?|p[ée]nies?|cytoses?|algies?|opathies?|[^ntr]omes?|pl[ée]gies?|par[ée]sies?|rrh[ée]es?|rragies?|m[ée]galies?|ectasies?|malacies?|phobies?|dynies?|trophies?|plasies?|c[èe]les?|lithiases?|[œo]?[ée]d[èe]mes?|st[ée]noses?|scl[ée]roses?|kin[ée]sies?|phasies?|praxies?|phagies?|somnies?|opsies?|oxies?|capnies?|cardies?|pn[ée]es?|spasmes?)(?!\p{L})/giu,
} as const

/** Words with such an end that name no finding. */
const plain = {
  en: /^(?:diagnos[ie]s|prognos[ie]s|hypnosis|metamorphosis|osmosis|diploma|aroma|stoma|coma|trauma|dogma|carcinoma ?in|oma|biopsia|necropsia|paralysis|analysis|dialysis|haemodialysis|hemodialysis|catalysis|thrombolysis|fibrinolysis|electrolysis|urinalysis|mitosis|meiosis|symbiosis|glycaemia|glycemia|anaemia ?screen|kalaemia|natraemia|uricaemia|lactataemia|dystrophy ?clinic|academia|euphoria|aphaeresis|physiotherapy|bulimia|psychotherapy|glucosuria|atrophy ?protocol|homeostasis|apoptosis|phagocytosis|endocytosis|physiology)$/iu,
  fr: /^(?:suites?|petites?|visites?|conduites?|limites?|r[ée]duites?|droites?|faites?|ensuite|vite|fuites?|[ée]crites?|subites?|proscrites?|prescrites?|d[ée]crites?|interdites?|sites?|parasites?|r[ée]ussites?|invite|m[ée]rite|[ée]vite|dites?|gratuites?|explicites?|retraites?|satellites?|unites?|inscrites?|leucocytes|traduites?|produites?|introduites?|instruites?|construites?|acc[eé]dites?|chromosomes?|sympt[oô]mes?|syndromes?|g[ée]nomes?|atomes?|dipl[oô]mes?|autonomes?|tomes?|[ée]conomes?|homes?|ar[oô]mes?|stomes?|doses?|choses?|poses?|roses?|causes?|proses?|diagnoses|overdoses?|disposes?|propose|suppose|oppose|expose|glyc[ée]mies?|glyc[ée]mique|kali[ée]mies?|natr[ée]mies?|calc[ée]mies?|uric[ée]mies?|lactat[ée]mies?|phosphat[ée]mies?|ferritin[ée]mies?|albumin[ée]mies?|protid[ée]mies?|cr[ée]atinin[ée]mies?|bilirubin[ée]mies?|magn[ée]s[ée]mies?|chlor[ée]mies?|troponin[ée]mies?|acad[ée]mies?|lip[ée]mies?|ammoni[ée]mies?|antibio\p{L}+|biopsies?|autopsies?|n[ée]cropsies?|diur[eè]ses?|cr[ée]atininuries?|natriuries?|prot[ée]inuries? des|vari[ée]t\p{L}*|hypnoses?|m[ée]tamorphoses?|pouss[ée]es?|polyp[ée]ctomies?|analyses?|dialyses?|mitoses?|apoptoses?|gonadotrophines?|exite|habite|hesite|sollicite|n[ée]cessite|profite|cite|quitte|d[ée]bite|m[ée]ningite ?c|hépatite ?s|dopplers?|hommes?|sommes?|comme|pommes?|gommes?|nommes?|dites|tocolyses?|thrombolyses?|fibrinolyses?)$/iu,
} as const

const heads = {
  en: /(?<![\p{L}-])(?:(?!(?:a|an|the|of|for|with|no|not|his|her|and|or|on|in|at|to|by|from|is|was|has|had|any|this|that|known|new|possible|suspected|likely|probable|previous|past|old|recent|denies|without|chronic|her|their|its)\b)\p{L}[\p{L}'’-]{2,} ){1,2}(?:syndrome|disease|disorder|deficiency|infection|cancer|carcinoma|lymphoma|leuk[ae]+mia|fracture|hernia|cyst|ulcers?|abscess|tumou?r|lesions?|nodules?|rupture|tear|perforation|thrombosis|embolism|neuropathy|dystrophy|palsy|paralysis|failure|insufficiency|impairment|delay|retardation|dependence|addiction|phobia|injury|prolapse|fistula|polyps?|stones?|block|regurgitation|defect|malformation|anomaly|dislocation|sprain|contracture|discharge|blindness|cramps?|weakness|stiffness|numbness|swelling|tenderness|ataxia|attacks?|rejection|toxicity|overload|crisis|seizures?|spasms?|behaviou?r|regression|obsessions?|compulsions?|intolerance|incontinence|urgency|retention|obstruction|bleeding)(?!\p{L})/giu,
  fr: /(?<![\p{L}-])(?:syndrome|maladie|insuffisance|hypertrophie|infection|l[ée]sions?|anomalie|malformation|atteinte|troubles?|d[ée]ficit|douleurs?|fracture|hernie|tumeur|cancer|carcinome|ad[ée]nocarcinome|sarcome|lymphome|leuc[ée]mie|an[ée]mie|h[ée]morragie|h[ée]matome|thrombose|embolie|rupture|perforation|abc[èe]s|kyste|nodules?|masse|ulc[èe]re|ulc[ée]rations?|plaie|[ée]ruption|crises?|retard|perte|baisse|carence|intol[ée]rance|d[ée]pendance|prolapsus|fistule|polypes?|calculs?|[ée]panchement|paralysie|atrophie|dystrophie|dysplasie|hyperplasie|aplasie|rejet|fuite|bloc|dissection|an[ée]vrisme|entorse|luxation|rachialgies|sp?asmes|mouvements anormaux|id[ée]es|conduites)(?:,? (?:(?:de la|de|du|des|à|au) |d['’]|de l['’])?(?!(?:et|ou|avec|sans|sous|depuis|pour|par|chez|en|est|a|il|elle|traitée?s?|opérée?s?|depuis|résolue?s?|mais|qui|dans|non|pas|ni|négati\p{L}+|normale?|récent\p{L}*|le|la|les|un|une|lors|après|avant)(?!\p{L}))\p{L}[\p{L}’'-]{2,}){1,3}/giu,
} as const

/** Heads with words that make something else of them. */
const notFindings =
  /(?<!\p{L})(?:sans|screen\p{L}*|risk|family|free|negative|team|clinic|unit|score|index|scale|prevention|d[ée]pistage|surveillance|control|kidney stones? diet|perte (?:du|de) (?:poids|contact|r[ée]ponse|suivi|vue)|retard de (?:prescription|soins)|crise (?:de|du) (?:logement)|troubles? (?:associ|du voisinage))(?!\p{L})/iu
