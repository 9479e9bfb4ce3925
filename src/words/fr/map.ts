import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** The words of maps, in French. */
export const mapFr: Words['map'] = {
  north: 'N',
  winds: ['nord', 'nord-est', 'est', 'sud-est', 'sud', 'sud-ouest', 'ouest', 'nord-ouest'],
  towards: (distance, wind) => `${distance}, direction ${wind}`,
  mark: (numbers, points, names, where) =>
    [
      numbers.length === 0
        ? count(points, { one: 'centre', other: 'centres' })
        : numbers.length === 1
          ? `Étude ${numbers[0]}`
          : numbers.length === 2
            ? numbers.join(', ')
            : `${count(numbers.length, { one: 'étude', many: 'd’études', other: 'études' })} : ${numbers.join(', ')}`,
      ...names,
      where,
    ]
      .filter((part) => part !== '')
      .join(', '),
  beyond: (n) =>
    `${count(n, { one: 'lieu est trop loin pour cette carte', other: 'lieux sont trop loin pour cette carte' })}.`,
  results: 'Carte des études de cette page. La liste dit la même chose avec des mots.',
  list: 'Carte des études de la liste. Le tableau dit la même chose avec des mots.',
  sites: 'Carte des centres. La liste de cette page dit la même chose avec des mots.',
  straight: 'Les distances sont à vol d’oiseau, aussi exactes que la fiche le permet.',
  byCountry: 'Sans lieu choisi, chaque étude est placée dans chacun de ses pays.',
  chip: 'Carte',
  open: 'Ouvrir la grande carte',
  failed:
    'La carte n’a pas pu être chargée. Veuillez réessayer ; la liste de cette page contient la même chose.',
  here: (place) => `Votre lieu : ${place}`,
  close: 'Fermer la carte',
  keys: 'Les flèches déplacent la carte, plus et moins changent sa taille, Tab va d’un repère à l’autre.',
  shown: 'Visibles : {sites} centres.',
  group: '{count} centres : les montrer de plus près',
  numbered: 'Un carré est une étude par son numéro, un rond autant de centres.',
  study: 'Étude {number}',
  toStudy: 'Aller à cette étude sur la page',
  notOpen: 'ne prend personne en ce moment',
  more: 'De chaque étude, les {count} premiers centres sont montrés.',
}
