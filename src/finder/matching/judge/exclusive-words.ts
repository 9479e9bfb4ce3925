/**
 * Words that divide one illness into kinds of which a person has one at a time: a fibrillation is paroxysmal or permanent, a stroke
 * ischaemic or haemorrhagic, an asthma mild or severe. English and French name the same value. `of` is what the words must be said of.
 */
export interface Division {
  readonly of?: RegExp
  /** Each finds all its places. */
  readonly values: readonly RegExp[]
}

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}])`, 'giu')

/** The divisions, and in each the words of every value; a word is of the first value that it fits. */
export const divisions: readonly Division[] = [
  {
    of: /schizo|psychos|psychot/i,
    values: [
      word('schizo-?affecti(?:ve|f)'),
      word('schizophreniform|schizophréniforme'),
      word('brief psychotic|psychotique bref'),
    ],
  },
  {
    of: /fibrillation|flutter|\bAF\b|\bFA\b/i,
    values: [
      word('paroxysmal|paroxystique'),
      word('persistente?|persistante?|persistent'),
      word('permanente?'),
    ],
  },
  {
    values: [
      word('acute(?! on chronic)|aiguë?s?|aigüe?s?'),
      word('(?<!acute on )chronic|chroniques?'),
    ],
  },
  {
    values: [
      word('mild(?:ly)?|légère?s?|minime'),
      word('moderate(?:ly)?|modérée?s?'),
      word('severe(?:ly)?|sévères?|very severe'),
    ],
  },
  {
    values: [
      word(
        '(?:poorly|inadequately|insufficiently|sub-?optimally|not (?:well |adequately )?|un)[- ]?controlled|(?:non|mal|pas) (?:bien )?(?:contrôlée?|équilibrée?)|déséquilibrée?',
      ),
      word(
        '(?:well[- ]|adequately |now )?controlled|(?:bien |parfaitement )?(?:contrôlée?|équilibrée?)',
      ),
    ],
  },
  { values: [word('asymptomatic|asymptomatiques?'), word('symptomatic|symptomatiques?')] },
  { values: [word('unilateral|unilatérale?'), word('bilateral|bilatérale?')] },
  {
    values: [
      word(
        '(?:in|complete) (?:\\p{L}+ )?remission|inactive|quiescent|en rémission(?: complète)?|inactive?|quiescente?',
      ),
      word('active|actively|en poussée|évolutive?'),
    ],
  },
  {
    of: /macular|maculaire|AMD|DMLA/i,
    values: [
      word('wet|neovascular|exudative|exsudative|humide|néovasculaire'),
      word('dry|atrophic|sèche|atrophique'),
    ],
  },
  {
    of: /stroke|AVC|cerebrovascular|vasculaire cérébral/i,
    values: [word('isch(?:a)?emic|ischémique'), word('h(?:a)?emorrhagic|hémorragique')],
  },
  {
    of: /arthritis|polyarthrite|myasthenia|myasthénie/i,
    values: [word('sero-?positive|séropositive'), word('sero-?negative|séronégative')],
  },
  {
    of: /scleroderma|sclerosis|sclérodermie|small[- ]cell|petites cellules|disease/i,
    values: [word('limited|limitée?'), word('extensive|étendue?|diffuse')],
  },
  {
    of: /hypertension|hyperparathyroid|osteoarthritis|arthrose|thrombocytop|insomnia|adrenal|surrénal|headache|hypothyroid|hypogonadism/i,
    values: [
      word('primary|essential|primaire|essentielle|primitive'),
      word('secondary|secondaire'),
    ],
  },
  {
    of: /nephrotic|néphrotique/i,
    values: [
      word('(?:steroid|cortico(?:steroid)?)[- ]?resistant|cortico-?résistante?'),
      word('(?:steroid|cortico(?:steroid)?)[- ]?(?:sensitive|responsive)|cortico-?sensible'),
      word('(?:steroid|cortico(?:steroid)?)[- ]?dependent|cortico-?dépendante?'),
    ],
  },
  { of: /apn(?:o)?ea|apnée/i, values: [word('obstructive|obstructif'), word('central|centrale?')] },
  { of: /fracture/i, values: [word('open|compound|ouverte'), word('closed|fermée')] },
  {
    of: /fracture/i,
    values: [word('non-?displaced|undisplaced|non déplacée'), word('displaced|déplacée')],
  },
  {
    of: /glaucom/i,
    values: [
      word('open[- ]angle|à angle ouvert'),
      word(
        '(?:closed?[- ]|narrow[- ])angle|angle[- ]closure|(?:par fermeture de l.|à )angle(?: fermé)?',
      ),
    ],
  },
  {
    of: /infection|malaria|paludisme|appendicitis|appendicite|pneumonia|diverticulitis|diverticulite|cystitis|gonorrh/i,
    values: [word('uncomplicated|non compliquée?|simple'), word('complicated|compliquée?')],
  },
  {
    of: /pneumoni|pneumopathie|infection/i,
    values: [
      word('community[- ]acquired|communautaire'),
      word(
        'hospital[- ]acquired|nosocomiale?|ventilator[- ]associated|health-?care[- ]associated|sous ventilation',
      ),
    ],
  },
  {
    of: /asthma|asthme|rhinit/i,
    values: [word('intermittent|intermittente?'), word('persistent|persistante?')],
  },
  {
    of: /spinal|cord|tear|thickness|médullaire|moelle|rupture|abortion|miscarriage/i,
    values: [
      word('(?:incomplete|partial|partial-thickness|incomplète?|partielle)'),
      word('(?:complete|full-thickness|complète?|transfixiante)'),
    ],
  },
  {
    of: /sclerosis|sclérose en plaques|\bMS\b|\bSEP\b/i,
    values: [
      word('relapsing(?:[- ]remitting)?|récurrente(?:[- ]rémittente)?|rémittente'),
      word('primary[- ]progressive|progressive primaire|primaire(?:ment)? progressive'),
      word('secondary[- ]progressive|progressive secondaire|secondairement progressive'),
    ],
  },
  {
    of: /diab|muscular atrophy|amyotrophie|osteogenesis|gaucher|neurofibromatosis|neurofibromatose|von willebrand|respiratory failure|HIV|herpes|mucopolysaccharidosis|hepatorenal|hépatorénal|CRPS|pain syndrome|collagen/i,
    values: [
      word('types? (?:1|I)(?:[abc])?'),
      word('types? (?:2|II)(?:[abc])?'),
      word('types? (?:3|III)(?:[abc])?'),
      word('types? (?:4|IV)'),
    ],
  },
  {
    of: /pancreatit|pancréatit|cirrho|hepatit|hépatit|cardiomyopath|neuropath|steato|stéato/i,
    values: [
      word('(?:non-?\\s?alcoholic|non alcoolique|metabolic)'),
      word(
        'alcoholic|alcohol-(?:related|induced|associated)|alcoolique|(?:from|due to|because of|secondary to) alcohol',
      ),
      word('gallstone|biliary|biliaire|lithiasique'),
      word('viral|virale?'),
      word('auto-?immune'),
      word('drug-induced|médicamenteuse'),
      word('diabetic|diabétique'),
      word('hypertriglyceridemic|hypertriglyceridemia-induced'),
    ],
  },
  {
    of: /hemophilia|haemophilia|hémophilie/i,
    values: [word('(?:h(?:a)?emophilia|hémophilie) A'), word('(?:h(?:a)?emophilia|hémophilie) B')],
  },
  {
    of: /hepatitis|hépatite/i,
    values: [word('(?:hepatitis|hépatite) A'), word('(?:hepatitis|hépatite) E')],
  },
]

/** The values of one division that a text says. */
export function valuesIn({ values }: Division, text: string): ReadonlySet<number> {
  const found = new Set<number>()
  let rest = text
  values.forEach((pattern, at) => {
    const left = rest.replaceAll(pattern, ' ')
    if (left !== rest) found.add(at)
    rest = left
  })
  return found
}
