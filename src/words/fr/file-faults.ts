import type { ToldReason } from '../language/told-fault.ts'
import type { Words } from '../shape/shape.ts'

const quoted = (text: unknown): string => `« ${JSON.stringify(text ?? '').slice(1, -1)} »`
const megabytes = (bytes = 0): string => `${bytes / 1024 / 1024} Mo`
const meant = (text: string | undefined): string =>
  text ? ` Vouliez-vous écrire ${quoted(text)} ?` : ''
const example = '2017-03-09T10:00+01:00'

const times: Readonly<Record<string, (key: string, why: ToldReason) => string>> = {
  noSuchDay: (key, { text }) => `${key} : ce jour n’existe pas : ${text}.`,
  noSuchTime: (key, { text }) => `${key} : cette heure n’existe pas : ${text}.`,
  noOffset: (key, { text }) =>
    `${key} : ${quoted(text)} ne dit pas le décalage de son horloge avec UTC. Écrivez-le, comme dans ${example}, ou indiquez le fuseau horaire.`,
  unknownZone: (key, { zone }) => `${key} : il n’y a pas de fuseau horaire ${quoted(zone)}.`,
  skippedTime: (key, { text, zone }) =>
    `${key} : les horloges de ${zone} ont sauté cette heure : ${text} n’a jamais été affiché. Quand était-ce ?`,
  timeHappensTwice: (key, { text, zone, candidates }) =>
    `${key} : les horloges de ${zone} ont affiché ${text} deux fois. Écrivez laquelle : ${candidates?.join(' ou ')}.`,
}

const values: Readonly<Record<string, (why: ToldReason) => string>> = {
  ambiguousComma: ({ value }) =>
    `La valeur ${quoted(value)} peut se lire de deux façons. Écrivez-la sans virgule.`,
  unknownUnit: ({ unit, ...why }) =>
    `L’unité ${quoted(unit)} n’est pas écrite comme dans UCUM.${meant(why.meant)}`,
}

/** What is wrong with a file of facts, or with the file of a protocol, in French. */
export const fileFaultsFr: Words['fileFaults'] = {
  line: (line) => `ligne ${line}`,
  kinds: {
    empty: (fault) => (fault.key ? `${quoted(fault.key)} est vide.` : 'Il n’y a rien dedans.'),
    'not JSON': ({ column, found }) =>
      `Ce n’est pas du JSON : ce qui commence par ${quoted(found)} en colonne ${column} n’a rien à faire là.`,
    'cut off': () => 'Le texte est coupé : la fin manque.',
    'text after the end': ({ found }) =>
      `Il y a encore quelque chose après la fin : ${quoted(found)}.`,
    'key twice': ({ found }) => `${quoted(found)} se trouve ici deux fois. Gardez la bonne.`,
    'too deep': () => 'Il y a trop de niveaux imbriqués.',
    'control character': ({ column }) =>
      `Le texte en colonne ${column} contient un signe que JSON ne permet pas. Écrivez \\n pour une fin de ligne et \\t pour une tabulation.`,
    'UTF-16': () => 'Le fichier est enregistré en UTF-16. Enregistrez-le en UTF-8.',
    'not a text file': () => 'Ce n’est pas un fichier de texte.',
    'not UTF-8': () => 'Ce n’est pas de l’UTF-8. Enregistrez le fichier en UTF-8.',
    'over several lines': () =>
      'Un fait doit tenir sur une ligne. Ou faites du fichier une liste de faits, de [ à ].',
    'too large': ({ mostBytes }) =>
      `Le fichier dépasse ${megabytes(mostBytes)}, le maximum pour un protocole.`,
    'too long': ({ mostBytes = 0 }) =>
      `C’est plus long que ${mostBytes / 1024} ko, le maximum pour un fait.`,
    'not an object': () =>
      `Ce n’est pas un fait. En voici un : {"item": "temperature", "value": "38.5", "unit": "Cel", "at": "${example}"}`,
    'missing key': ({ key }) =>
      `${quoted(key)} manque.${key === 'value' ? ' Écrivez null pour ce qui a été demandé et n’est pas connu.' : ''}`,
    'wrong type': ({ key }) =>
      key === 'value' || key?.startsWith('details.')
        ? `${quoted(key)} doit être un texte, un nombre, true, false ou null.`
        : `${quoted(key)} doit être ${key === 'details' ? 'un objet' : 'un texte'}.`,
    'hidden sign': ({ key }) =>
      `${quoted(key)} commence ou finit par une espace, ou contient un signe invisible.`,
    'too many letters': ({ key, most }) => `${quoted(key)} a plus de ${most} lettres.`,
    'unknown key': (fault) =>
      `${quoted(fault.key)} n’est pas connu ici.${meant(fault.meant) || ' Le reste se range dans « details ».'}`,
    time: ({ key, why }) =>
      (why && times[why.problem]?.(quoted(key), why)) ??
      `${quoted(key)} : ${quoted(why?.text)} n’est pas une date ou une heure. Écrivez ${example}, ou ce qui est connu : 2017-03-09, 2017-03 ou 2017.`,
    value: ({ why }) =>
      (why && values[why.problem]?.(why)) ??
      `La valeur ${quoted(why?.value)} n’est pas un nombre, et elle a une unité. Écrivez des chiffres avec un point, comme 38.5 ; null veut dire non connu.`,
    'id twice': ({ id, line }) =>
      `Son id ${quoted(id)} est aussi à la ligne ${line}, avec un autre contenu. Une correction a son propre id et nomme l’autre sous « corrects ».`,
    'corrects nothing': ({ id }) =>
      `Il corrige ${quoted(id)} : aucun fait de ce participant n’a cet id.`,
    'corrects in a circle': ({ id }) =>
      `Il corrige ${quoted(id)}, qui le corrige à son tour : il n’en resterait aucun. Retirez l’une des deux corrections.`,
    'no participant': () =>
      'Il ne dit pas de qui est ce fait, et d’autres le disent. Écrivez « participant » à chaque ligne.',
    'too many': ({ most }) => `Il y a plus de ${most} faits : à partir d’ici, rien n’a été lu.`,
  },
  place: (path, node) => `${path || 'le tout'}${node === undefined ? '' : ` (${node})`}`,
  shape: {
    missing: () => 'il manque.',
    'unknown key': () => 'rien de ce nom ne peut se trouver ici.',
    'wrong type': ({ expected }) =>
      `ceci n’est pas du bon genre${expected ? ` : ${expected.join(' ou ')} est attendu` : ''}.`,
    'not one of': ({ found, expected = [] }) =>
      `${quoted(found)} ne peut pas se trouver ici. Écrivez l’un de : ${expected.join(', ')}.`,
    empty: () => 'c’est vide.',
    'out of range': ({ found }) => `${found} est trop petit ou trop grand.`,
    id: ({ found }) =>
      `${quoted(found)} n’est pas un identifiant. Utilisez lettres, chiffres, et . - _ / entre eux.`,
    decimal: ({ found }) =>
      `${quoted(found)} n’est pas un nombre décimal. Écrivez des chiffres avec un point, entre guillemets : "38.0".`,
    duration: ({ found }) =>
      `${quoted(found)} n’est pas une durée. Écrivez-la comme ISO 8601 : PT48H, P14D, -P1D.`,
    day: ({ found }) =>
      `${quoted(found)} n’est pas un jour qui existe. Écrivez 2018-09-01, ou 2018-09, ou 2018.`,
    zone: ({ found }) =>
      `il n’y a pas de fuseau horaire ${quoted(found)}. Écrivez-en un comme Europe/Paris.`,
    address: ({ found }) => `${quoted(found)} n’est pas une adresse (https://…).`,
  },
  versions: {
    'version twice': ({ version }) =>
      `Deux fichiers sont la version ${version}. Chaque version a son propre nom.`,
    'supersedes in a circle': ({ version }) =>
      `La version ${version} se remplace elle-même, en passant par d’autres.`,
    overlap: ({ version, other, site, from }) =>
      `Les versions ${version} et ${other} sont toutes deux en vigueur ${site === '*' ? 'dans tous les sites' : `à ${site}`} à partir du ${from}. L’une doit dire dans « supersedes » qu’elle remplace l’autre.`,
  },
}
