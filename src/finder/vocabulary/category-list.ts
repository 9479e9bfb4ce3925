/** A medical category, by which people browse and are told of new studies. */
export interface Category {
  /** The code ClinicalTrials.gov gave it (`BC14`), as old records carry it. */
  readonly code: string
  /** Its name in addresses. */
  readonly slug: string
  /** The registry's name for it. */
  readonly name: { readonly en: string; readonly fr: string }
  /** One sentence for a parent. */
  readonly plain: { readonly en: string; readonly fr: string }
  /** The branches of the MeSH tree that belong to it. */
  readonly trees: readonly string[]
}

/**
 * The registry's own condition categories. "Rare Diseases" is missing, because MeSH does not say what is
 * rare, and so is "All Conditions".
 */
export const categories: readonly Category[] = [
  category('BC01', 'infections', {
    en: ['Infections', 'Illnesses caught from germs, such as flu, tuberculosis or HIV.'],
    fr: ['Infections', 'Maladies dues à des microbes, comme la grippe, la tuberculose ou le VIH.'],
  }),
  category('BC04', 'cancers', {
    en: ['Neoplasms', 'Cancers and other growths, such as breast cancer or leukaemia.'],
    fr: ['Tumeurs', 'Cancers et autres tumeurs, comme le cancer du sein ou la leucémie.'],
  }),
  category('BC05', 'muscles-and-bones', {
    en: [
      'Musculoskeletal Diseases',
      'Illnesses of bones, joints and muscles, such as arthritis or back pain.',
    ],
    fr: [
      'Maladies des os, des articulations et des muscles',
      "Maladies des os, des articulations et des muscles, comme l'arthrite ou le mal de dos.",
    ],
  }),
  category('BC06', 'digestive-system', {
    en: [
      'Digestive System Diseases',
      'Illnesses of the stomach, gut and liver, such as Crohn disease or hepatitis.',
    ],
    fr: [
      "Maladies de l'appareil digestif",
      "Maladies de l'estomac, de l'intestin et du foie, comme la maladie de Crohn ou l'hépatite.",
    ],
  }),
  category('BC07', 'mouth-and-teeth', {
    en: [
      'Mouth and Tooth Diseases',
      'Illnesses of the mouth, teeth and gums, such as tooth decay or cleft lip.',
    ],
    fr: [
      'Maladies de la bouche et des dents',
      'Maladies de la bouche, des dents et des gencives, comme les caries ou la fente labiale.',
    ],
  }),
  category('BC08', 'lungs-and-breathing', {
    en: [
      'Respiratory Tract (Lung and Bronchial) Diseases',
      'Illnesses of the lungs and airways, such as asthma or pneumonia.',
    ],
    fr: [
      'Maladies des poumons et des bronches',
      "Maladies des poumons et des bronches, comme l'asthme ou la pneumonie.",
    ],
  }),
  category('BC09', 'ear-nose-and-throat', {
    en: [
      'Ear, Nose, and Throat Diseases',
      'Illnesses of the ears, nose and throat, such as hearing loss or tonsillitis.',
    ],
    fr: [
      "Maladies de l'oreille, du nez et de la gorge",
      "Maladies des oreilles, du nez et de la gorge, comme la surdité ou l'angine.",
    ],
  }),
  category('BC10', 'brain-and-nerves', {
    en: [
      'Nervous System Diseases',
      'Illnesses of the brain, spinal cord and nerves, such as stroke or epilepsy.',
    ],
    fr: [
      'Maladies du système nerveux',
      "Maladies du cerveau, de la moelle épinière et des nerfs, comme l'AVC ou l'épilepsie.",
    ],
  }),
  category('BC11', 'eyes', {
    en: ['Eye Diseases', 'Illnesses of the eyes, such as glaucoma or cataract.'],
    fr: ['Maladies des yeux', 'Maladies des yeux, comme le glaucome ou la cataracte.'],
  }),
  category('BC14', 'heart-and-vessels', {
    en: [
      'Heart and Blood Diseases',
      'Illnesses of the heart and blood vessels, such as heart attack or Kawasaki disease.',
    ],
    fr: [
      'Maladies du cœur et des vaisseaux',
      "Maladies du cœur et des vaisseaux, comme l'infarctus ou la maladie de Kawasaki.",
    ],
  }),
  category('BC15', 'blood-and-lymph', {
    en: [
      'Blood and Lymph Conditions',
      'Illnesses of the blood and lymph nodes, such as anaemia or sickle cell disease.',
    ],
    fr: [
      'Maladies du sang et de la lymphe',
      "Maladies du sang et des ganglions, comme l'anémie ou la drépanocytose.",
    ],
  }),
  category('BC16', 'from-birth', {
    en: [
      'Diseases and Abnormalities at or Before Birth',
      'Illnesses present at birth or passed on in families, such as cystic fibrosis.',
    ],
    fr: [
      'Maladies et malformations de la naissance',
      'Maladies présentes dès la naissance ou transmises dans la famille, comme la mucoviscidose.',
    ],
  }),
  category('BC17', 'skin-and-connective-tissue', {
    en: [
      'Skin and Connective Tissue Diseases',
      'Illnesses of the skin and of the tissue that holds the body together, such as eczema or lupus.',
    ],
    fr: [
      'Maladies de la peau et du tissu conjonctif',
      "Maladies de la peau et du tissu qui soutient le corps, comme l'eczéma ou le lupus.",
    ],
  }),
  category('BC18', 'food-and-metabolism', {
    en: [
      'Nutritional and Metabolic Diseases',
      'Illnesses in how the body uses food and energy, such as diabetes or obesity.',
    ],
    fr: [
      'Maladies de la nutrition et du métabolisme',
      "Troubles de l'usage des aliments et de l'énergie par le corps, comme le diabète ou l'obésité.",
    ],
  }),
  category('BC19', 'glands-and-hormones', {
    en: [
      'Gland and Hormone Related Diseases',
      'Illnesses of the glands that make hormones, such as diabetes or thyroid disease.',
    ],
    fr: [
      'Maladies des glandes et des hormones',
      'Maladies des glandes qui fabriquent les hormones, comme le diabète ou celles de la thyroïde.',
    ],
  }),
  category('BC20', 'immune-system', {
    en: [
      'Immune System Diseases',
      'Illnesses of the body’s defences, such as allergy, lupus or rheumatoid arthritis.',
    ],
    fr: [
      'Maladies du système immunitaire',
      "Maladies des défenses du corps, comme l'allergie, le lupus ou la polyarthrite rhumatoïde.",
    ],
  }),
  category('BC23', 'symptoms', {
    en: ['Symptoms and General Pathology', 'Signs of illness, such as fever, pain or bleeding.'],
    fr: [
      'Symptômes et signes',
      'Signes de maladie, comme la fièvre, la douleur ou les saignements.',
    ],
  }),
  category('BC24', 'work-related', {
    en: ['Occupational Diseases', 'Illnesses caused by work, such as from dust or chemicals.'],
    fr: [
      'Maladies professionnelles',
      'Maladies causées par le travail, par exemple par des poussières ou des produits chimiques.',
    ],
  }),
  category('BC25', 'alcohol-drugs-and-poisons', {
    en: [
      'Substance Related Disorders',
      'Harm from alcohol, drugs, tobacco or poisons, such as addiction.',
    ],
    fr: [
      'Troubles liés à des substances',
      "Troubles dus à l'alcool, aux drogues, au tabac ou aux poisons, comme la dépendance.",
    ],
  }),
  category('BC26', 'injuries', {
    en: ['Wounds and Injuries', 'Injuries, such as broken bones, burns or head injury.'],
    fr: [
      'Plaies et blessures',
      'Blessures, comme les fractures, les brûlures ou le choc à la tête.',
    ],
  }),
  category(
    'BXM',
    'mental-health',
    {
      en: [
        'Behaviors and Mental Disorders',
        'Illnesses of mood, thought and behaviour, such as depression or autism.',
      ],
      fr: [
        'Santé mentale et comportement',
        "Troubles de l'humeur, de la pensée et du comportement, comme la dépression ou l'autisme.",
      ],
    },
    ['F01', 'F03'],
  ),
  category(
    'BXS',
    'kidneys-sex-organs-and-pregnancy',
    {
      en: [
        'Urinary Tract, Sexual Organs, and Pregnancy Conditions',
        'Illnesses of the kidneys, bladder and sexual organs, and of pregnancy.',
      ],
      fr: [
        'Voies urinaires, organes sexuels et grossesse',
        'Maladies des reins, de la vessie et des organes sexuels, et de la grossesse.',
      ],
    },
    ['C12', 'C13'],
  ),
]

type Words = Readonly<Record<'en' | 'fr', readonly [name: string, plain: string]>>

/** Branch BC14 is the MeSH branch C14, and so on; only two are gathered from several. */
function category(
  code: string,
  slug: string,
  { en, fr }: Words,
  trees: readonly string[] = [code.slice(1)],
): Category {
  return {
    code,
    slug,
    name: { en: en[0], fr: fr[0] },
    plain: { en: en[1], fr: fr[1] },
    trees,
  }
}
