import { counter } from '../language/plural.ts'
import { de } from './elision.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** Words of the pages to browse, in French. */
export const categoriesFr: Words['categories'] = {
  title: 'Parcourir par domaine de la médecine',
  description:
    'Études médicales par domaine, avec le nombre de celles qui cherchent des participants.',
  lead: 'Choisissez un domaine pour voir ce qu’il couvre et quelles études cherchent des participants.',
  intro:
    'Les domaines suivent le MeSH, la liste de noms de maladies des bibliothèques médicales. Une étude peut être dans plusieurs domaines.',
  narrower: (term) => `Formes ${de(term)}`,
  top: 'Sortes de maladies de ce domaine',
  path: 'Où vous êtes',
  all: 'Tous les domaines',
  otherNames: 'Autres noms :',
  open: 'Études qui cherchent des participants',
  noneOpen: 'Aucune étude ne cherche de participants ici en ce moment.',
  seeOpen: (studies) => `Tout voir : ${studies}`,
  seeAll: (studies) => `Voir ${studies}, tous statuts`,
  counted: (all, recruiting) =>
    recruiting === 0
      ? `${all}, aucune ouverte`
      : `${all}, dont ${count(recruiting, { one: 'ouverte', other: 'ouvertes' })}`,
  feed: 'Suivre dans un lecteur de flux (Atom)',
  feedTitle: (name) => `Études qui cherchent des participants : ${name}`,
  unlisted: 'Les formes sans étude ici ne sont pas montrées.',
}
