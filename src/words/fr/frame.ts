import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** Words around every page, in French. */
export const frameFr: Words['frame'] = {
  skip: 'Aller au contenu principal',
  menu: 'Menu',
  mainMenu: 'Menu principal',
  search: 'Rechercher',
  byIllness: 'Par maladie',
  forDoctors: 'Pour les médecins',
  guides: 'Guides',
  help: 'Comment chercher',
  alerts: 'Alertes par courriel',
  myList: 'Ma liste',
  kept: (n) => count(n, { one: 'étude gardée', many: 'd’études gardées', other: 'études gardées' }),
  demonstration: 'Démonstration : les personnes sont inventées',
  otherLanguage: 'English',
  otherLanguageShort: 'EN',
  team: 'Seule l’équipe de l’étude décide qui peut participer',
  doctor: 'Parlez à votre médecin avant de changer un traitement.',
  who: 'Qui tient ce site',
  notSaid: 'La personne qui le tient ne l’a pas encore dit.',
  write: 'Nous écrire',
  legal: 'Mentions légales',
  records: (from, to) =>
    from === to
      ? `Fiches de ClinicalTrials.gov (Bibliothèque nationale de médecine des États-Unis), traitées le ${to}.`
      : `Fiches de ClinicalTrials.gov (Bibliothèque nationale de médecine des États-Unis), traitées jusqu’au ${to}, la plus ancienne le ${from}.`,
  recordsWithoutDates:
    'Fiches de ClinicalTrials.gov (Bibliothèque nationale de médecine des États-Unis).',
  ours: 'Les textes sont ceux des équipes. Nous ajoutons des mots simples, des distances et des domaines de la médecine.',
  credits: 'Lieux : GeoNames. Contours : Natural Earth. Noms des maladies : MeSH.',
  about: 'À propos',
  aboutMenu: 'À propos de ce site',
  privacy: 'Vie privée : ce que nous gardons',
  accessibility: 'Accessibilité',
  developers: 'Pour les développeurs',
  creditsLink: 'Crédits et sources',
  protocols: 'Plans d’étude en données',
  signIn: 'Se connecter (équipes d’études)',
}
