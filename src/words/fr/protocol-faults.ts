import type { Words } from '../shape/shape.ts'

/** Ce qui ne va pas dans un protocole dont la forme est juste ; le chemin dit où. */
export const protocolFaultsFr: Words['protocolFaults'] = {
  'id twice': (found, other) =>
    `L’identifiant « ${found} » figure deux fois${other === '' ? '' : `, aussi en ${other}`}. Donnez-en un à chacun.`,
  'role twice': (found) => `Deux éléments ont le rôle « ${found} ». Un seul le peut.`,
  'unknown item': (found) =>
    `Il n’y a pas d’élément « ${found} ». Ajoutez-le aux éléments, ou nommez l’un d’eux.`,
  'unknown anchor': (found) => `Il n’y a pas de repère « ${found} ».`,
  'unknown visit': (found) => `Il n’y a pas de visite « ${found} ».`,
  'unknown definition': (found) => `Il n’y a pas de définition « ${found} ».`,
  'unknown level': (found) => `Il n’y a pas de palier « ${found} » dans ce traitement.`,
  'unknown set': (found) => `Il n’y a pas d’ensemble d’analyse « ${found} ».`,
  'unknown source': (found) => `Il n’y a pas de source « ${found} ». Nommez-la parmi les sources.`,
  'unknown function': (found) =>
    `« ${found} » n’est pas une fonction clinique de ce produit. Elle n’est pas remplacée par une autre.`,
  'unknown unit': (found) =>
    `« ${found} » n’est pas une unité UCUM. Écrivez-la comme UCUM : kg, mg/kg, Cel, 10*9/L.`,
  'input missing': (found, other) => `« ${other} » a besoin de la donnée « ${found} ».`,
  'item of another kind': (found, other) =>
    `« ${found} » est du genre « ${other} » et ne peut pas servir ici.`,
  'code not listed': (found, other) => `« ${found} » n’est pas un code de « ${other} ».`,
  'site not listed': (found, other) => `« ${found} » n’est pas un site de mesure de « ${other} ».`,
  'units do not convert': (found, other) =>
    `${found}${other === '' ? '' : ` et ${other}`} mesurent des choses différentes : ni comparaison ni somme.`,
  'reading outside a test': () =>
    'La mesure examinée est nommée là où aucune ne l’est. Employez-la dans « any », « agreed » ou « count ».',
  'anchor counts no days': (found) =>
    `Le repère « ${found} » ne compte pas de jours. Dites comment ils sont numérotés, ou comptez le temps écoulé.`,
  'anchor is not the first dose': (found) =>
    `« ${found} » n’est pas la première dose de ce traitement, d’où se comptent les jours.`,
  cycle: (found) => `« ${found} » revient sur lui-même : rien ne peut en être déduit.`,
  'words missing': (found) =>
    `« ${found} » est dit énoncé et ne cite aucune source. Citez-la, ou dites qu’il est déduit.`,
  'reason missing': (found) => `« ${found} » est déduit et ne dit pas pourquoi.`,
  'question missing': (found) =>
    `« ${found} » laisse une chose ouverte et ne dit pas quoi demander.`,
  'criterion and group': (found) =>
    `« ${found} » est à la fois une condition et un groupe. Faites de la condition un membre.`,
  'no birth date': () => 'Un âge est demandé, et aucun élément n’a le rôle « birth date ».',
  'no level to start': () =>
    'Une personne peut ne remplir aucune règle de départ. Terminez par une règle sans condition.',
  'start never reached': (found) =>
    `« ${found} » n’est jamais atteint : une règle avant lui vaut pour tous.`,
  'unreachable level': (found) =>
    `Personne ne peut atteindre le palier « ${found} » : ni départ ni passage n’y mène.`,
  'levels not in order': (found, other) =>
    `Le palier « ${found} » n’est pas plus haut que « ${other} », qui le précède. Le dernier est le plafond.`,
  'fires twice': (found, other) =>
    `« ${found} » et « ${other} » peuvent arriver avant la même dose : on ne sait lequel est voulu.`,
  'steps to itself': (found) =>
    `Un passage de « ${found} » mène à « ${found} » : il aurait lieu avant chaque dose.`,
  'undoes a step': (found, other) =>
    `« ${found} » ramène là où commence « ${other} », à la même condition : le palier changerait à chaque dose.`,
  'gap beyond the end': (found) =>
    `« ${found} » attend plus longtemps que ne dure le traitement : il n’arrive jamais. Regardez ce temps, ou le dernier jour.`,
  'window turned round': (found) =>
    `La fenêtre de « ${found} » commence après sa fin : aucune mesure n’y est jamais. Inversez ses deux bouts.`,
  'never together': (found, other) =>
    found === other
      ? `Personne ne peut remplir « ${found} » : il demande deux choses qui ne sont jamais vraies ensemble.`
      : `Personne ne peut remplir à la fois « ${found} » et « ${other} » : personne ne pourrait participer. Regardez les deux limites.`,
  'in no set': (found) =>
    `« ${found} » n’est dans aucun ensemble d’analyse : aucun rapport ne le compterait. Nommez son ensemble.`,
  'amount not modelled': (found, other) =>
    `Une quantité en ${found} n’est pas prévue ici : elle ne donne pas ${other === '' ? 'une quantité' : `des ${other}`}. Employez une quantité fixe, par kg ou par m2.`,
  'weight missing': () =>
    'Une quantité par kg ou m2 a besoin d’une règle de poids : quel élément est le poids ?',
  'surface missing': () =>
    'Une quantité par m2 doit dire comment se calcule la surface corporelle.',
  'windows overlap': (found, other) =>
    `Les fenêtres de « ${found} » et « ${other} » se chevauchent : une mesure pourrait être des deux.`,
  'visit may not happen': (found) =>
    `« ${found} » peut ne pas avoir lieu pour tous, ou n’a pas de date : rien ne peut en dépendre.`,
  'target missing': (found) =>
    `La visite « ${found} » n’a pas de date cible. Donnez-en une, ou dites-la silencieuse ou non planifiée.`,
  'target twice': (found) =>
    `La date cible de « ${found} » demande ou un jour ou un temps après son repère : l’un des deux seulement.`,
  'visit repeats': (found) =>
    `« ${found} » revient : on ne sait laquelle de ses fois est voulue. Nommez plutôt une fenêtre de temps.`,
  'not above zero': (found) => `${found} n’est pas plus que zéro : rien ne peut en venir.`,
  'below zero': (found) => `${found} va à rebours. Écrivez la durée sans signe moins.`,
  'says nothing': (found) =>
    `« ${found} » est dit connu, et rien ne peut en être déduit. Donnez sa valeur, ou dites-le silencieux.`,
  'days of the cycle': (found, other) =>
    `Les jours ${found} ne sont pas dans un cycle de ${other} jours. Le premier jour d’un cycle est 1.`,
  'never looked at': (found) =>
    `« ${found} » n’est jamais examiné : aucune dose ne tombe sur ses jours ni n’a son numéro.`,
  'no day zero': (found) =>
    `« ${found} » compte ses jours à partir de 1 : il n’y a pas de jour 0. La veille du jour 1 est -1.`,
  'count beyond its list': (found, other) => `Au moins ${found} sur ${other} : c’est impossible.`,
  'not a whole age': (found, other) =>
    `Un âge en ${other} entiers ne peut pas dire ${found}. Comptez l’âge dans une unité plus petite.`,
  'limits turned round': (found) =>
    `La plus petite valeur plausible de « ${found} » est au-dessus de la plus grande.`,
  'no dose of it': (found) =>
    `Aucun traitement ne donne « ${found} » : il n’a pas de palier qui puisse monter.`,
  'item of two regimens': (found, other) =>
    `« ${found} » et « ${other} » comptent les mêmes doses. Dites pour chacun à qui il s’adresse, ou donnez à chacun son élément.`,
  'site twice': (found) => `Le centre « ${found} » a deux dates pour cette version. Gardez-en une.`,
  'set though stated': (found) =>
    `La version le dit elle-même de « ${found} » : un réglage ne la remplace jamais. Retirez-le.`,
  'no such part': (found) => `La version n’a pas de partie « ${found} » pour ce réglage.`,
  'set twice': (found) => `Ceci est réglé deux fois pour « ${found} ». Gardez-en un.`,
  'limit that no body has': (found, other) =>
    `${found} est hors de ce que « ${other} » peut être : c’est toujours rempli, ou jamais. Regardez le nombre et son unité.`,
  'rest ends at once': (found) =>
    `Ce qui suspend les doses par « ${found} » permet aussi de les reprendre : elles ne seraient jamais suspendues. Regardez les deux limites.`,
  'products wait for each other': (found, other) =>
    `« ${found} » compte depuis une dose de « ${other} », qui attend aussi : chacun attend l’autre, et personne ne pourrait commencer. Dites d’abord, avec « and », qu’une dose a été donnée : comptez les doses de « ${other} » jusqu’à la décision, au moins 1.`,
  'nobody could begin': (found, other) =>
    `« ${found} » compte depuis une dose de « ${other} », et avant la première personne ne peut le dire : personne ne pourrait commencer. Dites d’abord, avec « and », qu’une dose a été donnée : comptez les doses jusqu’à la décision, au moins 1.`,
  'smallest above cap': (found, other) =>
    `La plus petite dose (${found}) est au-dessus du maximum par dose (${other}) : aucune dose ne pourrait être donnée.`,
  'cap below every dose': (found, other) =>
    `Le maximum par dose (${found}) est au-dessous de toutes les doses : le palier le plus bas donne au moins ${other}. Toutes les doses seraient ramenées à ${found}, et les paliers ne voudraient plus rien dire. Corrigez le maximum ou les paliers.`,
  'rounds to nothing': (found, other) =>
    `Arrondie par pas de ${found}, une dose d’au plus ${other} devient 0 : rien ne pourrait être donné. Prenez un pas plus petit.`,
  'told before its day': (found, other) =>
    `La réponse serait donnée à ${found}, mais elle lit des valeurs de ${other}, qui vient après : ce qui doit encore venir compterait comme manquant. Mettez « readyAt » à ${other} ou plus tard.`,
  'strength of a body': (found) =>
    `${found} est une quantité pour un corps, pas ce que contient un produit. Écrivez-la comme sur la boîte : mg/mL.`,
  'not a confidence': (found) =>
    `${found} n’est pas un niveau de confiance. Écrivez une part entre 0 et 1 : 0.95 pour 95 %.`,
}
