package org.entente.train;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells adjectives and peoples of countries, which some corpora mark as places, from names. */
final class Demonyms {
  private static final Pattern ENDING =
      Pattern.compile("\\p{Lu}\\p{Ll}+([- ]\\p{Lu}\\p{Ll}+)?(ian|ians|ean|eans|ese|ish)");
  private static final Set<String> IRREGULAR =
      Set.of(
          "American", "Americans", "German", "Germans", "French", "Dutch", "Greek", "Greeks",
          "Czech", "Czechs", "Thai", "Thais", "Afghan", "Afghans", "Pakistani", "Pakistanis",
          "Israeli", "Israelis", "Iraqi", "Iraqis", "Kuwaiti", "Kuwaitis", "Qatari", "Qataris",
          "Saudi", "Saudis", "Omani", "Omanis", "Yemeni", "Yemenis", "Emirati", "Emiratis",
          "Bahraini", "Bahrainis", "Somali", "Somalis", "Bengali", "Nepali", "Nepalis", "Uzbek",
          "Uzbeks", "Kazakh", "Kazakhs", "Kyrgyz", "Tajik", "Tajiks", "Turkmen", "Turk", "Turks",
          "Kurd", "Kurds", "Arab", "Arabs", "Serb", "Serbs", "Croat", "Croats", "Slovak",
          "Slovaks", "Slovene", "Slovenes", "Pole", "Poles", "Dane", "Danes", "Swede", "Swedes",
          "Finn", "Finns", "Spaniard", "Spaniards", "Briton", "Britons", "Welsh", "Swiss",
          "Icelandic", "Azeri", "Azeris", "African", "Africans", "European", "Europeans", "Asian",
          "Asians", "Mexican", "Mexicans", "Cuban", "Cubans", "Chilean", "Moroccan", "Moroccans",
          "Korean", "Koreans", "Ugandan", "Kenyan", "Rwandan", "Filipino", "Filipinos",
          "Philippine", "Argentine", "Greek-Cypriot", "Cypriot", "Cypriots", "Malagasy",
          "Burmese", "Republican", "Republicans", "Democrat", "Democrats", "Democratic",
          "Hispanic", "Latino", "Bangladeshi", "Bangladeshis", "Pashtun", "Pashtuns", "Tibetan",
          "Tibetans", "Uighur", "Uyghur", "Uyghurs", "Muslim", "Muslims", "Christian", "Jewish",
          "Islamic", "Soviet", "Communist", "Sunni", "Shi'ite", "Shiite", "Shia", "Irishman",
          "Englishman", "Frenchman", "Dominican", "Zambian", "Zimbabwean",
          "Montenegrin", "Kosovar", "Kosovars", "Bosniak", "Bosniaks", "Zulu", "Hutu", "Tutsi",
          "Chechen", "Chechens", "Ossetian", "Abkhaz", "Tatar", "Tatars");
  private static final Set<String> PLACES =
      Set.of(
"Cornish", "Caribbean", "Mediterranean", "Aegean", "Caspian", "Fujian", "Dalian", "Xian");

  private Demonyms() {}

  /** Tells whether the word is a demonym. */
  static boolean contains(String word) {
    return IRREGULAR.contains(word)
        || (ENDING.matcher(word).matches() && !PLACES.contains(word));
  }
}
