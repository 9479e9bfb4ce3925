import type { Words } from '../shape/shape.ts'

/** Words of the home page, in French. */
export const homeFr: Words['home'] = {
  title: 'Trouver une étude médicale près de chez vous',
  description:
    'Cherchez des études médicales avec des mots simples, près de chez vous, selon l’âge. Sans pistage, sans compte.',
  lead: 'Dites de quoi il s’agit avec vos mots. Voyez en quelques minutes quelles études sont ouvertes près de chez vous et qui peut participer.',
  counts: (studies, recruiting, countries) => `${studies} dans ${countries} ; ${recruiting}.`,
  categories: 'Parcourir par domaine de la médecine',
  how: 'Comment ça marche',
  steps: [
    {
      title: 'Cherchez avec des mots simples',
      text: 'Tapez une maladie, un lieu et un âge. Nous connaissons les autres noms des maladies et disons pourquoi vous voyez chaque étude.',
    },
    {
      title: 'Regardez qui peut participer',
      text: 'Chaque étude a ses règles. Lisez-les avec des mots simples, les mots difficiles expliqués, et préparez vos questions.',
    },
    {
      title: 'Demandez à l’équipe de l’étude',
      text: 'Chaque page d’étude montre à qui s’adresser et où. L’équipe décide qui peut participer. Vous pouvez toujours dire non.',
    },
  ],
  never: 'Ce que nous ne faisons jamais',
  nevers: [
    'Nous ne vous pistons pas. Ces pages ne posent aucun cookie et ne chargent rien d’autres entreprises.',
    'Nous ne gardons pas ce que vous cherchez, sauf si vous demandez une alerte.',
    'Nous ne vous disons jamais quoi prendre, ni que vous serez sûrement accepté.',
    'Nous ne prenons pas d’argent pour montrer une étude avant une autre.',
  ],
  professionals: 'Pour les médecins, infirmiers et chercheurs',
  professionalsText:
    'Combinez des mots avec AND, OR, NOT et des guillemets, cherchez dans un seul champ, et emportez les listes en tableur ou en données.',
  professionalsLink: 'Comment écrire une recherche exacte',
}
