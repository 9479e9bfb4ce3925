/** The words that harm to oneself or by another is told with, written as those of `danger-words-of-signs.ts`. */
export const wordsOfHarm = {
  // Self-harm
  slash:
    'cut, cuts, cutting, slit, slitting, slash*, slic*, ouvert, ouvrir, ouvre, coupe, couper, taillad*, entaill*',
  wrist: 'wrist, wrists, veins, veines, poignet, poignets',
  goodbye:
    'goodbye, goodbyes, farewell, adieu, adieux, last message, final message, dernier message, suicide note, lettre d adieu',
  sends:
    'post*, text*, note, letter, message*, wrote, written, sent, sends, says, saying, said, video, call*, answer*, gave away, giving away, laisse*, ecrit, envoy*, lettre, dit, telephone, repond*, poste*, dire',
  means:
    'pills, tablets, rope, gun, blade, razor, knife, noose, bottle of pills, belt, overdose, cachets, medicaments, medocs, comprimes, corde, lame, rasoir, couteau, fusil, arme, ceinture, boite de',
  atHand:
    'in front of me, in my hand, in his hand, in her hand, in my hands, next to me, beside me, on the table, counted, laid out, lined up, hidden, hoard*, stockpil*, saved up, devant moi, dans la main, a la main, en main, pret*, a cote de moi, compte*, sur la table, around my neck, tied, attache*, stocke*, mis de cote, hidden away',
  wishing:
    'want, wants, wish, wishes, wanna, would like, just need, hope, pray, praying, veux, veut, voudrais, voudrait, aimerais, aimerait, souhaite, prie, envie',
  ending:
    'stop, stops, end, ends, over, finished, done, gone, arrete, arreter, finisse, finir, cesse, fini, fasse',
  everything: 'everything, it all, all of it, tout',
  forGood:
    'forever, never wake up, not wake up, wake up again, for good, not be here, not exist, pour toujours, jamais me reveiller, plus me reveiller, pas me reveiller, plus etre la, plus exister, plus jamais',
  living:
    'live but with, living but with, life, alive, being here, exist*, go on, carry on, keep going, vivre but avec, vie, exister',
  tired:
    'tired of, sick of, done with, fed up with, hate, hates, fatigue de, fatiguee de, marre de, lasse de, epuise de, degout*, deteste, plus envie de, plus gout a, plus le gout, had enough of',
  why: 'no reason, no point, whats the point, nothing left, not worth, no future, no way out, pointless, aucune raison, pas de raison, a quoi bon, plus de raison, plus rien, aucun avenir, pas d issue, ne sert a rien, sert plus a rien, cant face, cant see',
  withoutMe:
    'without me, if i was gone, if i were gone, if i died, if im gone, sans moi, si je meurs, si je disparais, si j etais mort*, when im gone, quand je serai plus la, if i wasnt here, if i werent here, if i was not here, if i wasnt around, si j etais plus la, si je n etais plus la, quand je ne serai plus la',
  better:
    'better, happier, easier, simpler, plus simple, relieved, free, best, mieux, soulage*, libre*, heureux, bien',
  join: 'join, be with, see, rejoindre, retrouver, aller avec',
  beyond: 'heaven, the other side, afterlife, ciel, paradis, la haut, au dela, dans la mort',
  stand:
    'standing, stand, sitting, sit, edge, climb*, top of, im on the, debout, bord, assis*, suis sur, monte*, jump*, saut*, walking to, sat, on the, at the',
  ledge:
    'bridge, roof, rooftop, ledge, cliff, tracks, railing, balcony, window, overpass, pont, toit, falaise, rails, voie, voies, quai, balcon, rambarde, parapet, fenetre',
  howMuch:
    'how many, how much, what dose, which pills, quelle dose, combien de, combien, quel medicament, quels medicaments, lethal, mortel*',
  dose: 'pill*, tablet*, dose, paracetamol, doliprane, insulin, take, mg, cachet*, comprime*, prendre, insuline, medicament*',
  die: 'die, kill, fatal, lethal, end it, dead, mourir, tuer, mortel*, en finir, crever',
  himself: 'myself, himself, herself, themselves, themself, my self',
  killVerb:
    'kill, killing, kills, killed, hang, hanging, hanged, shoot*, shot, drown*, stab, stabbing, strangl*, poison*, unalive, gas',
  intent:
    'want*, will, going, gonna, plan*, about, ll, try*, tried, threat*, think*, urge*, need*, might, could, ready, talk*, keeps, googl*, searching how, on how, voices, vais, va, veut, veux, pense*, menace*, parle de, parle d, dit, compte, essaye*, essaie',
  offHimself:
    'kms, unalive, off myself, top myself, topping myself, end my life, ending my life, take my life, take my own life, ends his life, end his life, end her life, take her life, take his life, do myself in, ending things, end things, me foutre en l air, me flinguer, me tuer, me supprimer, me suicider, se supprimer, se foutre en l air, se flinguer, se jeter, me jeter, se pendre, me pendre, passer a l acte',
  locked: 'locked, barricad*, shut, wont open, enferm*',
  voices: 'voices, voice, voix',
  order: 'tell*, order*, say*, command*, disent, dit, ordonn*, demandent',
  harmVerb:
    'kill*, hurt*, harm*, stab*, smother*, shake, throw, drown*, strangl*, tuer, faire du mal, fasse du mal, frapper, secouer, etouffer, jeter, noyer, etrangler, poignarder',
  dear: 'baby, kids, children, son, daughter, child, my husband, my wife, someone, somebody, people, my mum, my mother, bebe, enfants, fils, fille, enfant, quelqu un, ma femme, mon mari, ma mere, les gens',
  urge: 'want to, going to, urge, urges, thoughts of, scared i, envie de, vais, veux, pulsion*, peur de',
  // Harm by another
  aggressor:
    'ex, husband, wife, partner, boyfriend, girlfriend, father, dad, stepdad, step dad, stepfather, mother, mum, mom, brother, uncle, he, she, man, someone, somebody, boss, carer, father in law, mother in law, mari, femme, conjoint*, compagnon, compagne, copain, copine, pere, beau pere, mere, frere, oncle, mec, il, elle, on, ils, homme, they, voisin, mon mec, papi, papy, grandpa, grandad, grandfather, grand pere, coach, entraineur',
  strikes:
    'hit, hits, hitting, beat, beats, beaten, beating, punch*, kick*, slap*, strangl*, choked, chokes, throttl*, rape, raped, rapes, shove*, pushed, pushes, attacked, threaten*, burns, burnt, smashed, dragged, bash*, batter*, grab*, headbutt*, abused, abuses, abusing, molest*, assault*, frapp*, bat, battu, battue, tape, tapee, cogn*, etrangl*, violee, viole, gifl*, agress*, menac*, bouscul*, tabass*, brutalis*, attouch*, donne des coups, coup de poing, threw, throws, jete, throttled, smacks, smacked',
  victim:
    'me, us, my son, my daughter, my kids, my mum, my mom, my sister, our kids, our son, our daughter, my child, my nephew, my niece, mon neveu, ma niece, my grandson, my granddaughter, m a, m, nous, ma fille, mon fils, mes enfants, ma mere, ma soeur, l a, mum, mom, mummy, maman, my brother, my little brother, mon petit frere, ma petite soeur, the kids, les enfants, the children',
  blowMarks:
    'cigarette burns, round burns, handprint*, hand marks, belt marks, marks of a belt, brulures rondes, brulures de cigarette, traces de doigts, traces de coups, marques de coups, marques de ceinture',
  grip: 'hands around, hand around, hands round, hands on, had me by, grabbed me by, held me by, squeezed, squeezing, by the, serre, serrait, etrangl*, mains autour',
  neck: 'neck, throat, cou, gorge, windpipe',
  hiding:
    'hiding, hidden, hide, locked myself, locked in, cachee, cache, enfermee, refugie*, fled, ran away, fui, partie de chez, outside the door, derriere la porte',
  weapon:
    'a knife, his knife, the knife, kitchen knife, knives, gun, weapon, hammer, couteau, arme, fusil, marteau, machete',
  firearm: 'shotgun, gun, rifle, pistol, fusil, carabine, pistolet',
  takesIt:
    'taken, took, grabbed, loaded, loading, got out, pris, sorti, charge, charger, parti avec',
  letOut:
    'let me leave, let me out, let me go, let me call, let me see, let us leave, laisse sortir, laisse partir, laisse pas sortir, laisse pas partir, laisse plus sortir, laisse voir',
  tookAway:
    'took my phone, took my keys, took my passport, takes my phone, pris mon telephone, pris mes papiers, pris mes cles, confisque*',
  forced: 'force*, forces, forced, oblige*, forcee',
  sexual:
    'sex, marry, marriage, sleep with, rapport*, coucher, marier, mariage, excis*, mutilat*, be cut',
} as const
