"""Titles that stand before names in English, unless the site lists its own."""

HONORIFICS: tuple[str, ...] = (
    "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Mx.", "Dr", "Dr.", "Prof", "Prof.",
    "Professor", "Sir", "Dame", "Lord", "Lady", "Baroness", "Baron", "Sheikh", "Sheikha", "Shaikh",
    "Emir", "Sultan", "King", "Queen", "Prince", "Princess", "President", "Vice President",
    "Prime Minister", "Premier", "Chancellor", "Minister", "Foreign Minister", "Defence Minister",
    "Defense Minister", "Interior Minister", "Finance Minister", "Secretary", "Foreign Secretary",
    "Defence Secretary", "Home Secretary", "Secretary of State", "Secretary-General",
    "Secretary General", "Ambassador", "Governor", "Mayor", "Senator", "Sen.", "Representative",
    "Rep.", "Congressman", "Congresswoman", "Judge", "Justice", "General", "Gen", "Gen.",
    "Major General", "Maj. Gen.", "Lieutenant General", "Lt. Gen.", "Lt Gen", "Brigadier",
    "Brigadier General", "Brig. Gen.", "Brig Gen", "Colonel", "Col", "Col.",
    "Lieutenant Colonel", "Lt. Col.", "Lt Col", "Major", "Maj.", "Captain", "Capt", "Capt.",
    "Lieutenant", "Lt", "Lt.", "Sergeant", "Sgt", "Sgt.", "Commander", "Cmdr.", "Admiral", "Adm.",
    "Vice Admiral", "Rear Admiral", "Air Marshal", "Field Marshal", "Ayatollah",
    "Grand Ayatollah", "Hojatoleslam", "Imam", "Mullah", "Mufti", "Rabbi", "Pope", "Cardinal",
    "Archbishop", "Bishop", "Father", "Fr.", "Reverend", "Rev", "Rev.", "Patriarch", "Sayyid",
    "Hajji", "Haji",
)  # fmt: skip
