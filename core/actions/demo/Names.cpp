// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/demo/Names.h"

namespace weavemap::actions::demo {

namespace {

constexpr std::string_view kEnglishGiven[] = {
    "Alice",    "Hannah", "Ruth",    "Edith",  "Clara", "Miriam", "Owen",  "Tom",     "Hugh",    "Ralph",   "Simon",
    "Martin",   "Gemma",  "Heather", "Joan",   "Lydia", "Nora",   "Peter", "Stephen", "Frances", "Harriet", "Toby",
    "Rosalind", "Duncan", "Fiona",   "Callum", "Isla",  "Graham", "Morag", "Ewan",    "Kirsty",  "Alasdair"};
constexpr std::string_view kEnglishFamily[] = {
    "Birkett", "Hart",     "Pell",     "Shaw",       "Marlowe",   "Thorne",  "Aldridge", "Cartwright",
    "Fenwick", "Holloway", "Lockwood", "Mercer",     "Pemberton", "Radley",  "Stainton", "Whitlock",
    "Ashby",   "Bramwell", "Colley",   "Drummond",   "Falconer",  "Garside", "Hadley",   "Kinross",
    "Lennox",  "Macrae",   "Ogilvie",  "Rutherford", "Tulloch",   "Wardle",  "Yardley",  "Brandt"};

constexpr std::string_view kIrishGiven[] = {
    "Maeve",   "Declan",  "Siobhán",   "Niall",  "Aoife", "Cormac", "Orla",   "Fergus", "Gráinne", "Eoin",  "Ciara",
    "Ronan",   "Deirdre", "Padraig",   "Sinéad", "Conor", "Niamh",  "Cathal", "Róisín", "Donal",   "Una",   "Brendan",
    "Aisling", "Killian", "Fionnuala", "Tadhg",  "Bríd",  "Colm",   "Nuala",  "Oisín",  "Saoirse", "Dermot"};
constexpr std::string_view kIrishFamily[] = {
    "Byrne",   "Kinsella", "O’Hara",   "Gallagher", "Brennan",   "Quinlan", "Doherty",        "Farrell",
    "Keane",   "Moran",    "Nolan",    "O’Dea",     "Rafferty",  "Scanlon", "Tierney",        "Whelan",
    "Cassidy", "Devlin",   "Geraghty", "Hanlon",    "Lavelle",   "McGrath", "Mulcahy",        "O’Shea",
    "Sweeney", "Tobin",    "Corrigan", "Flaherty",  "Heffernan", "Maguire", "Ó Súilleabháin", "Ní Bhriain"};

constexpr std::string_view kSpanishGiven[] = {
    "Marisol", "Luis",   "Ana",      "Elena",   "Diego",   "Ramón",   "Lucía",  "Mateo",   "Celia",   "Tomás", "Inés",
    "Javier",  "Paloma", "Andrés",   "Beatriz", "Joaquín", "Rosario", "Emilio", "Marta",   "Gonzalo", "Pilar", "Sergio",
    "Alma",    "Íñigo",  "Consuelo", "Rafael",  "Teresa",  "Víctor",  "Nieves", "Ignacio", "Alba",    "Hernán"};
constexpr std::string_view kSpanishFamily[] = {
    "Vega",    "Ruiz",     "Castellano", "Salazar", "Serrano",  "Pineda",   "Reyes",     "Ortega",
    "Romero",  "Núñez",    "Cordero",    "Ibarra",  "Quintana", "Muñoz",    "Zamora",    "Aguilar",
    "Benítez", "Cárdenas", "Escudero",   "Fuentes", "Gallardo", "Herrera",  "Izquierdo", "Lozano",
    "Márquez", "Navarro",  "Olmedo",     "Peña",    "Robles",   "Sandoval", "Trujillo",  "Valdés"};

constexpr std::string_view kIndianGiven[] = {
    "Priya",  "Ravi",   "Anjali", "Sanjay", "Mina", "Mohan",   "Deepa", "Arjun",  "Kavita",  "Nikhil", "Lakshmi",
    "Vikram", "Sunita", "Rohan",  "Meera",  "Anil", "Shreya",  "Kiran", "Divya",  "Harish",  "Asha",   "Suresh",
    "Padma",  "Gautam", "Leela",  "Naveen", "Uma",  "Prakash", "Radha", "Ashwin", "Nandini", "Tarun"};
constexpr std::string_view kIndianFamily[] = {
    "Nair",        "Mehta",     "Kapoor",   "Pillai",  "Rao",      "Iyer",     "Chatterjee", "Desai",
    "Bhatt",       "Menon",     "Kulkarni", "Sharma",  "Banerjee", "Joshi",    "Reddy",      "Verma",
    "Subramanian", "Ghosh",     "Patel",    "Chauhan", "Bose",     "Varghese", "Naidu",      "Saxena",
    "Thakur",      "Mukherjee", "Shetty",   "Gokhale", "Dutta",    "Krishnan", "Malhotra",   "Sethi"};

constexpr std::string_view kEastAsianGiven[] = {
    "Wen",   "Jun",    "Mei",  "Haruka", "Kenji", "Lin",   "Yuki",   "Minho",  "Jiwoo", "Akira", "Xiulan",
    "Hiro",  "Soojin", "Tao",  "Emi",    "Bo",    "Naomi", "Daichi", "Hana",   "Jie",   "Seung", "Rin",
    "Kaito", "Ying",   "Sora", "Ming",   "Aiko",  "Hyun",  "Lian",   "Takumi", "Yuna",  "Feng"};
constexpr std::string_view kEastAsianFamily[] = {
    "Takeda", "Li",     "Chen", "Nakamura", "Park",     "Zhao", "Sato",  "Kwon",     "Huang", "Mori",    "Liu",
    "Tanaka", "Choi",   "Lin",  "Fujita",   "Jung",     "Xu",   "Okada", "Baek",     "Sun",   "Hayashi", "Yoon",
    "Deng",   "Kimura", "Shin", "Gao",      "Ishikawa", "Seo",  "Tang",  "Watanabe", "Han",   "Inoue"};

constexpr std::string_view kArabicPersianGiven[] = {
    "Noor",   "Farah",  "Omar",  "Malik", "Halima", "Cyrus", "Leila", "Karim",  "Samira", "Yusuf",   "Dariush",
    "Amal",   "Hassan", "Nadia", "Reza",  "Salma",  "Tariq", "Zahra", "Jamal",  "Rania",  "Behrouz", "Iman",
    "Khalid", "Mariam", "Navid", "Huda",  "Shirin", "Idris", "Layla", "Faisal", "Parisa", "Bilal"};
constexpr std::string_view kArabicPersianFamily[] = {
    "Rahman",  "Saleh",    "Karimi",  "Haddad",  "Mansour", "Tehrani", "Khoury",   "Aziz",
    "Farouk",  "Hosseini", "Nasser",  "Qureshi", "Shirazi", "Abbasi",  "Darwish",  "El-Amin",
    "Ghanem",  "Hakim",    "Jaber",   "Kazemi",  "Lotfi",   "Mousavi", "Najjar",   "Rostami",
    "Sabbagh", "Taleb",    "Yazdani", "Zaman",   "Boutros", "Ansari",  "Siddiqui", "Rezaei"};

constexpr std::string_view kWestAfricanGiven[] = {
    "Adaeze", "Kwame",   "Emeka",   "Ama",    "Chidi",     "Abena",  "Tunde",   "Ngozi",
    "Kofi",   "Ifeoma",  "Sekou",   "Fatou",  "Babatunde", "Efua",   "Obinna",  "Aminata",
    "Yaw",    "Zainab",  "Ousmane", "Akosua", "Chinedu",   "Folake", "Mamadou", "Adjoa",
    "Segun",  "Mariama", "Uche",    "Esi",    "Ibrahima",  "Nkechi", "Kojo",    "Awa"};
constexpr std::string_view kWestAfricanFamily[] = {
    "Obi",    "Mensah",  "Okafor",  "Diallo", "Bello", "Boateng", "Adeyemi", "Traoré",  "Asante", "Nwosu", "Sarr",
    "Owusu",  "Balogun", "Keita",   "Amoah",  "Eze",   "Ndiaye",  "Agyeman", "Okonkwo", "Cissé",  "Danso", "Afolabi",
    "Konaté", "Osei",    "Ekwueme", "Touré",  "Quaye", "Onyango", "Sesay",   "Appiah",  "Lawal",  "Kamara"};

constexpr std::string_view kEastAfricanGiven[] = {
    "Kidane", "Selam",    "Tesfaye", "Hiwot",  "Juma",  "Wanjiru",  "Amina", "Baraka",  "Zawadi", "Abebe",  "Makena",
    "Otieno", "Sahra",    "Dawit",   "Neema",  "Kamau", "Asha",     "Yonas", "Achieng", "Rehema", "Bekele", "Liya",
    "Mosi",   "Nyambura", "Girma",   "Furaha", "Hodan", "Mulugeta", "Eshe",  "Kiprop",  "Almaz",  "Barasa"};
constexpr std::string_view kEastAfricanFamily[] = {
    "Tesfaye",  "Mwangi",   "Abdi",     "Kimani", "Haile",   "Warsame", "Ochieng", "Gebre",
    "Njoroge",  "Wolde",    "Mutua",    "Farah",  "Kariuki", "Desta",   "Omondi",  "Alemu",
    "Maina",    "Assefa",   "Kiptoo",   "Juma",   "Tadesse", "Wambui",  "Girma",   "Nyong’o",
    "Mekonnen", "Odhiambo", "Demissie", "Chebet", "Negash",  "Mugisha", "Lemma",   "Waweru"};

constexpr std::string_view kNordicGiven[] = {
    "Saskia", "Linnea", "Freya",   "Elif",   "Leif",    "Astrid", "Bjørn", "Ingrid", "Søren", "Maja",  "Henrik",
    "Signe",  "Nils",   "Solveig", "Anders", "Tuva",    "Eirik",  "Runa",  "Lars",   "Kaisa", "Jonas", "Liv",
    "Mikael", "Åsa",    "Einar",   "Hedda",  "Torsten", "Vigdís", "Aino",  "Gunnar", "Silje", "Eero"};
constexpr std::string_view kNordicFamily[] = {
    "Lindqvist", "Dahl",     "Lund",     "Nyberg",   "Ekman",       "Lindgren", "Holm",     "Bergström",
    "Nygaard",   "Sørensen", "Virtanen", "Ødegård",  "Hagen",       "Sandvik",  "Korhonen", "Åkesson",
    "Eklund",    "Fossum",   "Hedlund",  "Jansson",  "Koskinen",    "Löfgren",  "Moberg",   "Nyström",
    "Rasmussen", "Skov",     "Thorsen",  "Ulvestad", "Vestergaard", "Wikström", "Mäkelä",   "Halvorsen"};

constexpr std::string_view kSlavicGiven[] = {
    "Dmitri", "Petra",  "Vera",   "Leon",     "Victor",  "Mila",  "Jakub",  "Zofia",  "Sofia",  "Marek",     "Irena",
    "Pavel",  "Jana",   "Tomasz", "Ludmila",  "Andrzej", "Katya", "Bogdan", "Milena", "Stefan", "Agnieszka", "Ivo",
    "Danuta", "Nikola", "Radka",  "Wojciech", "Olena",   "Luka",  "Tereza", "Mirko",  "Halina", "Zoran"};
constexpr std::string_view kSlavicFamily[] = {
    "Sorokin",   "Orlov",   "Cerny", "Falk",     "Kowalski", "Novák",    "Horvat",      "Petrov",
    "Wójcik",    "Dvořák",  "Kovač", "Lisowski", "Marković", "Pospíšil", "Sikora",      "Volkov",
    "Zielińska", "Babić",   "Černý", "Hlaváč",   "Jurić",    "Kaminski", "Lewandowska", "Melnyk",
    "Nowicki",   "Popović", "Rybak", "Stanek",   "Urban",    "Vuković",  "Zeman",       "Bondar"};

constexpr std::string_view kCentralEuropeanGiven[] = {
    "Felix", "Clara",  "Ada",     "Hugo",   "Elsa",   "Anton",  "Greta",   "Lukas",    "Frieda", "Matthias", "Johanna",
    "Emil",  "Käthe",  "Jürgen",  "Lena",   "Moritz", "Anneke", "Pieter",  "Liesbeth", "Willem", "Marieke",  "Joost",
    "Heike", "Rainer", "Theresa", "Konrad", "Ilse",   "Sander", "Ottilie", "Bastian",  "Wiebke", "Ruben"};
constexpr std::string_view kCentralEuropeanFamily[] = {
    "Roth",     "Brandt",   "Falk",     "Kessler", "Vogel",    "Lindemann", "Steiner", "Bauer",
    "Hofmann",  "Krüger",   "Schäfer",  "Weiss",   "de Vries", "van Dijk",  "Bakker",  "Jansen",
    "Visser",   "Hoekstra", "Albrecht", "Baumann", "Dietrich", "Engel",     "Fischer", "Gerber",
    "Hartmann", "Jäger",    "Köhler",   "Lehmann", "Neumann",  "Pfeiffer",  "Richter", "Zimmer"};

constexpr std::string_view kFrenchPortugueseGiven[] = {
    "Celia",    "Rafael",  "Isaac",  "Amélie",  "Bastien", "Camille",  "Dalia",   "Étienne",
    "Florence", "Gaspard", "Hélène", "João",    "Inês",    "Julien",   "Margaux", "Luc",
    "Manon",    "Noël",    "Odette", "Paulo",   "Quentin", "Renée",    "Solange", "Thiago",
    "Valérie",  "Yves",    "Zélie",  "Beatriz", "Duarte",  "Fernanda", "Anaïs",   "Caetano"};
constexpr std::string_view kFrenchPortugueseFamily[] = {
    "Laurent", "Dubois",    "Costa",    "Almeida",   "Moreau",   "Fontaine",  "Girard",    "Lambert",
    "Mercier", "Chevalier", "Rousseau", "Blanchard", "Carvalho", "Ferreira",  "Gonçalves", "Monteiro",
    "Pereira", "Ribeiro",   "Teixeira", "Barbosa",   "Coelho",   "Delacroix", "Faure",     "Guérin",
    "Lefèvre", "Marchand",  "Perrin",   "Roche",     "Santos",   "Tavares",   "Vasseur",   "Araújo"};

constexpr std::string_view kMediterraneanTurkishGiven[] = {
    "Elif",   "Deniz", "Giulia", "Marco",  "Emre",  "Chiara", "Yasemin",  "Luca",  "Despina", "Kemal",  "Francesca",
    "Nikos",  "Aylin", "Matteo", "Eleni",  "Baran", "Bianca", "Dimitra",  "Selin", "Giorgio", "Zeynep", "Paolo",
    "Ioanna", "Tolga", "Silvia", "Kostas", "Defne", "Enzo",   "Katerina", "Murat", "Alessia", "Stavros"};
constexpr std::string_view kMediterraneanTurkishFamily[] = {
    "Musa",      "Levin",    "Ricci",    "Sahin",    "Stoica",   "Demir", "Papadakis", "Bianchi",
    "Yılmaz",    "Moretti",  "Georgiou", "Aydın",    "Ferrari",  "Kaya",  "Conti",     "Nikolaidis",
    "Çelik",     "Gallo",    "Özdemir",  "Romano",   "Antoniou", "Koç",   "Marchetti", "Doğan",
    "Vasilakis", "Esposito", "Arslan",   "Lombardi", "Pappas",   "Greco", "Kurt",      "Rinaldi"};

constexpr std::string_view kPacificSouthEastAsianGiven[] = {
    "Leilani", "Tane", "Aroha",  "Linh",   "Minh", "Mele", "Sione",  "Anahera", "Thanh",  "Putri",  "Ihaia",
    "Lani",    "Quan", "Mahina", "Rangi",  "Siti", "Kai",  "Tevita", "Huong",   "Dewi",   "Manaia", "Nikau",
    "Trang",   "Bayu", "Moana",  "Wiremu", "Ngoc", "Ayu",  "Hemi",   "Lagi",    "Phuong", "Tama"};
constexpr std::string_view kPacificSouthEastAsianFamily[] = {
    "Parata", "Nguyen",  "Tauroa", "Tran",  "Faleolo",  "Santoso", "Ngata",    "Pham",
    "Latu",   "Wijaya",  "Rewi",   "Hoang", "Tuilagi",  "Kusuma",  "Paewai",   "Dang",
    "Fonoti", "Pratama", "Waaka",  "Bui",   "Malietoa", "Nugroho", "Tamihana", "Vu",
    "Kaho",   "Lestari", "Mahuta", "Duong", "Sopoaga",  "Halim",   "Poutama",  "Huynh"};

constexpr NameFamily kFamilies[] = {
    {kEnglishGiven, kEnglishFamily},
    {kIrishGiven, kIrishFamily},
    {kSpanishGiven, kSpanishFamily},
    {kIndianGiven, kIndianFamily},
    {kEastAsianGiven, kEastAsianFamily},
    {kArabicPersianGiven, kArabicPersianFamily},
    {kWestAfricanGiven, kWestAfricanFamily},
    {kEastAfricanGiven, kEastAfricanFamily},
    {kNordicGiven, kNordicFamily},
    {kSlavicGiven, kSlavicFamily},
    {kCentralEuropeanGiven, kCentralEuropeanFamily},
    {kFrenchPortugueseGiven, kFrenchPortugueseFamily},
    {kMediterraneanTurkishGiven, kMediterraneanTurkishFamily},
    {kPacificSouthEastAsianGiven, kPacificSouthEastAsianFamily},
};

constexpr std::pair<std::string_view, std::string_view> kShortNames[] = {
    {"Hannah", "Han"},      {"Edith", "Edie"},      {"Frances", "Fran, Frankie"}, {"Harriet", "Hattie"},
    {"Rosalind", "Roz"},    {"Stephen", "Steve"},   {"Martin", "Marty"},          {"Heather", "Heth"},
    {"Padraig", "Paddy"},   {"Fionnuala", "Nuala"}, {"Brendan", "Bren"},          {"Ignacio", "Nacho"},
    {"Beatriz", "Bea"},     {"Consuelo", "Chelo"},  {"Rosario", "Charo"},         {"Javier", "Javi"},
    {"Rafael", "Rafa"},     {"Teresa", "Tere"},     {"Sanjay", "Sanj"},           {"Vikram", "Vik"},
    {"Nandini", "Nandu"},   {"Prakash", "Pash"},    {"Dariush", "Dash"},          {"Babatunde", "Tunde"},
    {"Ousmane", "Ous"},     {"Mulugeta", "Mulu"},   {"Dmitri", "Dima"},           {"Agnieszka", "Aga"},
    {"Wojciech", "Wojtek"}, {"Stefan", "Stef"},     {"Johanna", "Hanna"},         {"Matthias", "Matti"},
    {"Liesbeth", "Bets"},   {"Étienne", "Titi"},    {"Florence", "Flo"},          {"João", "Joãozinho"},
};

} // namespace

std::span<const std::pair<std::string_view, std::string_view>> shortNames() { return kShortNames; }

std::span<const NameFamily> nameFamilies() { return kFamilies; }

} // namespace weavemap::actions::demo
