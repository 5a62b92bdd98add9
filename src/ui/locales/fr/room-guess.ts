import type { RoomTexts } from '../en/room.ts'

export const askingTexts: RoomTexts['asking'] = {
  legend: 'Demander aussi ce que répondraient les personnes proches du terrain ?',
  yes: (items) => `Oui, pour ${items} des affirmations`,
  yesHint:
    'Après leurs propres réponses, tous les niveaux sauf le plus proche du terrain disent ce qu’on y répondrait, dans l’ensemble. Cela prend une minute, et chacun peut passer. La salle voit ensuite ce que chacun de ces niveaux supposait, à côté de ce qui est rapporté. Les participants le savent avant de répondre.',
  no: 'Non',
  noHint: 'Personne n’est interrogé là-dessus, et la salle voit seulement ce que chaque niveau rapporte lui-même.',
  listed: 'On demande ce que répondraient les personnes proches du terrain',
  told: 'Sauf si vous êtes au plus proche du terrain, on vous demande à la fin ce qu’on y répondrait. Vous pouvez passer.',
}
