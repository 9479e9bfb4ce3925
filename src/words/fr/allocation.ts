import type { Words } from '../shape/shape.ts'

/** Les listes d’attribution, et le kit d’un participant. */
export const allocationFr: Words['allocation'] = {
  title: 'Attribution',
  lead: 'Qui reçoit quel kit est tiré au sort ailleurs et importé comme une liste. Le prochain participant d’un centre reçoit la place suivante.',
  lists: 'Listes',
  noLists: 'Aucune liste n’est encore ici.',
  columns: { list: 'Liste', site: 'Centre', stratum: 'Groupe', taken: 'Prises' },
  of: (taken, places) => `${taken} sur ${places}`,
  anySite: 'tous les centres',
  blind: 'en aveugle',
  open: 'ouverte',
  form: {
    title: 'Importer une liste',
    list: 'Nom court de la liste',
    listHint: 'Lettres, chiffres, points et tirets. Par exemple main-2026.',
    who: 'Qui peut voir dans quel bras est un participant ?',
    isBlind: 'Le pharmacien seul : l’étude est en aveugle',
    isOpen: 'Tous ceux de l’étude : elle est ouverte',
    file: 'Fichier avec la liste (CSV)',
    text: 'Ou la liste elle-même',
    textHint:
      'La première ligne nomme les colonnes : position, site, stratum, kit, arm. Un centre est son numéro ici, comme 01, ou * pour tous. Rien n’est importé si une ligne est fausse.',
    seen: 'Qui importe la liste l’a vue. Ce doit être quelqu’un qui ne soigne personne. Les bras sont scellés et ne sont plus montrés ici.',
    button: 'Importer',
    done: (places) => `Importé : ${places} places.`,
  },
  problems: {
    listName: 'Écrivez un nom court : lettres, chiffres, points et tirets, 40 au plus.',
    listKnown: 'Une liste de ce nom existe déjà. Choisissez un autre nom.',
    header: 'La première ligne doit nommer les colonnes : position, site, stratum, kit, arm.',
    empty: 'Il n’y a aucune ligne avec une place.',
    tooMany: 'La liste est trop longue. Importez-la en morceaux de 20 000 lignes.',
    unknown: 'Cette étude n’est pas menée ici.',
    locked: 'Les données sont fermées. Rien n’a été importé.',
    dosesByArm:
      'Dans ce protocole, des doses ou des visites dépendent du bras : chaque page le dirait. Une telle étude ne peut pas être en aveugle ici.',
    noItem:
      'Ce protocole n’a rien où noter le bras. Seule une liste en aveugle peut être importée.',
    faults: (lines) =>
      lines < 2
        ? 'Une ligne est fausse. Rien n’a été importé.'
        : `${lines} lignes sont fausses. Rien n’a été importé.`,
    line: (line, said) => `Ligne ${line} : ${said}`,
    more: (n) => `et ${n} de plus`,
    codes: {
      columns: 'elle n’a pas autant de colonnes que la première.',
      position: 'la position doit être un nombre entier à partir de 1.',
      positionTwice: 'cette position était déjà là.',
      site: 'aucun centre ici n’a ce numéro.',
      stratum: 'le groupe est trop long.',
      kit: 'le kit doit être un code de lettres, chiffres, points, tirets et barres.',
      kitTwice: 'ce kit était déjà là.',
      arm: 'le bras manque, est trop long, ou n’est pas du protocole.',
    },
  },
  kit: (kit) => `Kit nº ${kit}`,
  of1: {
    title: 'Kit',
    has: (kit) => `Kit nº ${kit}`,
    since: (at) => `Donné à ce participant le ${at}.`,
    blind: 'L’étude est en aveugle : le pharmacien seul peut voir de quel bras il s’agit.',
    none: 'Ce participant n’a pas encore de kit.',
    noLists: 'Aucune place libre n’est sur une liste pour ce centre.',
    stratum: 'Groupe de ce participant',
    noStratum: 'sans groupe',
    take: 'Prendre le kit suivant',
    takeText:
      'Le prochain kit libre de la liste est pris pour ce participant. On ne peut pas revenir en arrière.',
    see: 'Montrer de quel bras il s’agit',
    seeText:
      'Le journal note que vous avez regardé. Ne le dites à personne qui soigne ou qui évalue.',
    arm: (arm) => `Bras : ${arm}`,
    seen: 'Il est montré cette fois seulement.',
    emergency: {
      title: 'Urgence : ouvrir le traitement',
      when: 'Seulement si les soins de ce participant en dépendent maintenant. Dans le doute, soignez comme si le produit étudié avait été donné, et demandez d’abord au pharmacien ou au promoteur.',
      way: 'L’ouvrir en urgence',
      what: 'Vous voyez une fois de quel bras est ce participant. Celui des autres reste fermé, la liste aussi. Les gestionnaires de l’étude reçoivent tout de suite un message, et l’historique garde qui, quand et pourquoi.',
      reason: 'Pourquoi devez-vous le savoir maintenant ?',
      reasonHint: 'Ce qui arrive au participant, et ce qui en dépend. Sans nom.',
      button: 'L’ouvrir et prévenir le promoteur',
      noReason: 'Écrivez pourquoi. Rien n’a été ouvert.',
      tooLong: 'C’est trop long. Rien n’a été ouvert.',
      next: 'Ne le dites qu’à ceux qui soignent ce participant maintenant. Notez l’événement indésirable. Si le traitement s’arrête, notez le retrait.',
      event: 'Noter l’événement',
      withdrawal: 'Noter l’arrêt du traitement',
      opened: (at) => `Ouvert en urgence le ${at}.`,
      history: 'Qui et pourquoi',
      others:
        'En urgence, un investigateur du centre peut l’ouvrir, ici. Si aucun ne peut se connecter, utilisez l’enveloppe scellée ou le numéro de téléphone du promoteur.',
      list: 'Traitements ouverts en urgence',
    },
    problems: {
      notSigned: 'Un investigateur doit d’abord signer que cette personne peut participer.',
      withdrawn: 'Le traitement de ce participant est terminé. Aucun kit n’est pris.',
      noPlace:
        'La liste n’a plus de place libre pour ce centre et ce groupe. Demandez au responsable de l’étude.',
      noItem: 'Cette version du protocole n’a rien où noter le bras.',
    },
    changed: 'Quelqu’un d’autre a noté quelque chose entre-temps. Regardez, puis appuyez encore.',
  },
}
