import { counter, pluralForm } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** Words of the home page, in French. */
export const homeFr: Words['home'] = {
  title: 'Trouver une étude médicale près de chez vous',
  description:
    'Cherchez des études médicales avec des mots simples, près de chez vous et selon l’âge. Sans suivi, sans compte.',
  lead: 'Dites de quoi il s’agit, et où vous êtes. Les études ouvertes viennent d’abord.',
  form: {
    label: 'Chercher une étude',
    q: { label: 'De quoi s’agit-il ?', hint: 'Par exemple : mon bébé a la maladie de Kawasaki' },
    near: {
      label: 'Près de',
      hint: 'Une ville ou un code postal. Nous cherchons d’abord à 100 km.',
    },
    age: { label: 'Âge', hint: '34, 2 ans, 8 mois' },
    sex: { label: 'Sexe', hint: 'À la naissance' },
    button: 'Chercher',
  },
  figures: {
    sure: (n) =>
      pluralForm('fr', n, {
        one: 'étude est ouverte ou va l’être ; son équipe l’a confirmé depuis moins de deux ans',
        other:
          'études sont ouvertes ou vont l’être ; leurs équipes l’ont confirmé depuis moins de deux ans',
      }),
    toConfirm: (n) =>
      pluralForm('fr', n, {
        one: 'le dit aussi, sans l’avoir confirmé depuis deux ans : nous la marquons « à confirmer »',
        other:
          'le disent aussi, sans l’avoir confirmé depuis deux ans : nous les marquons « à confirmer »',
      }),
    all: (n, countries, day) =>
      `${pluralForm('fr', n, { one: 'étude', many: 'd’études', other: 'études' })} en tout, dans ${count(countries, { one: 'pays', other: 'pays' })}${day === undefined ? '' : ` ; fiches du ${day}`}`,
  },
  how: 'Du premier mot à la réponse d’une équipe',
  steps: [
    {
      title: 'Dites-le avec vos mots',
      text: 'Les études ouvertes viennent d’abord. Ce qui n’est plus sûr est signalé.',
    },
    {
      title: 'Vérifiez en quelques minutes',
      text: 'Des questions simples sur vous. Vos réponses ne sont pas gardées.',
    },
    {
      title: 'Écrivez à l’équipe',
      text: 'Chaque page d’étude dit à qui écrire et où. Vous pouvez toujours dire non.',
    },
  ],
  illnesses: 'Par maladie',
  open: (sure) => `${sure} ${pluralForm('fr', sure, { one: 'ouverte', other: 'ouvertes' })}`,
  allIllnesses: 'Tous les domaines de la médecine',
  decide: 'Avant de décider',
  doctors: {
    title: 'Pour les médecins',
    text: 'Comparer un dossier (texte ou FHIR) aux études ouvertes.',
  },
  alerts: { title: 'Alertes par courriel', text: 'Sans compte. Un clic pour arrêter.' },
}
