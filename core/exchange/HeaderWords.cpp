// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/HeaderWords.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/base/Text.h"

namespace weavemap::exchange {

namespace {

using namespace std::string_view_literals;
using Words = std::span<const std::string_view>;

// Plain header words as they stand after `plainHeader`, the surest first.
constexpr std::array kId{"id"sv,
                         "member id"sv,
                         "memberid"sv,
                         "person id"sv,
                         "personid"sv,
                         "node id"sv,
                         "source id"sv,
                         "member no"sv,
                         "member number"sv,
                         "membership number"sv,
                         "mitglied nr"sv,
                         "mitglieds nr"sv,
                         "mitgliedsnummer"sv,
                         "numero de socio"sv,
                         "numero de socia"sv,
                         "n de socio"sv,
                         "numero d adherent"sv,
                         "lidnummer"sv,
                         "nr"sv};
constexpr std::array kName{"name"sv,
                           "full name"sv,
                           "label"sv,
                           "member"sv,
                           "member name"sv,
                           "person"sv,
                           "your name"sv,
                           "participant"sv,
                           "what is your full name"sv,
                           "what is your name"sv,
                           "nombre"sv,
                           "nombre completo"sv,
                           "nombre y apellidos"sv,
                           "nom"sv,
                           "nom complet"sv,
                           "nom et prenom"sv,
                           "mitglied"sv,
                           "vor und nachname"sv,
                           "nachname vorname"sv,
                           "name vorname"sv,
                           "last name first name"sv,
                           "apellidos y nombre"sv,
                           "apellidos nombre"sv,
                           "naam"sv,
                           "nome"sv,
                           "nome completo"sv,
                           "teacher"sv,
                           "educator"sv};
constexpr std::array kFirst{"first name"sv, "firstname"sv, "given name"sv,    "forename"sv, "vorname"sv,
                            "prenom"sv,     "voornaam"sv,  "primeiro nome"sv, "first"sv};
constexpr std::array kLast{"last name"sv,  "lastname"sv,       "surname"sv,   "family name"sv,
                           "nachname"sv,   "nom de famille"sv, "apellido"sv,  "apellidos"sv,
                           "achternaam"sv, "cognome"sv,        "sobrenome"sv, "last"sv};
constexpr std::array kEmail{
    "email"sv,      "e mail"sv,         "mail"sv,          "email address"sv, "e mail address"sv,
    "your email"sv, "e mail adresse"sv, "mailadresse"sv,   "correo"sv,        "correo electronico"sv,
    "courriel"sv,   "adresse e mail"sv, "adresse email"sv, "e mailadres"sv,   "indirizzo email"sv};
constexpr std::array kPhone{"phone"sv,    "telephone"sv,    "mobile"sv,        "phone number"sv, "cell"sv,
                            "tel"sv,      "telefon"sv,      "telefonnummer"sv, "handy"sv,        "handynummer"sv,
                            "mobil"sv,    "mobiltelefon"sv, "movil"sv,         "celular"sv,      "numero de telefono"sv,
                            "telefono"sv, "telefoon"sv,     "telefone"sv};
constexpr std::array kRole{"role"sv,    "your role"sv, "job title"sv, "job"sv,       "title"sv, "position"sv,
                           "rolle"sv,   "funktion"sv,  "aufgabe"sv,   "tatigkeit"sv, "beruf"sv, "puesto"sv,
                           "funcion"sv, "rol"sv,       "fonction"sv,  "funcao"sv,    "ruolo"sv, "cargo"sv};
constexpr std::array kRegion{"region"sv,    "district"sv, "area"sv,       "state"sv,   "county"sv,
                             "province"sv,  "land"sv,     "bundesland"sv, "bezirk"sv,  "landkreis"sv,
                             "provincia"sv, "zona"sv,     "comarca"sv,    "regione"sv, "regio"sv};
constexpr std::array kOrganization{
    "organization"sv,   "organisation"sv,      "school"sv,       "institution"sv, "employer"sv,
    "company"sv,        "where do you work"sv, "schule"sv,       "schulname"sv,   "name der schule"sv,
    "school name"sv,    "name of school"sv,    "workplace"sv,    "centro"sv,      "centro educativo"sv,
    "centro escolar"sv, "etablissement"sv,     "einrichtung"sv,  "ecole"sv,       "escuela"sv,
    "colegio"sv,        "instituto"sv,         "organizacion"sv, "scuola"sv,      "escola"sv};
constexpr std::array kJoined{"joined"sv,         "member since"sv, "join date"sv,        "date joined"sv,
                             "joined on"sv,      "start date"sv,   "eintritt"sv,         "eintrittsdatum"sv,
                             "mitglied seit"sv,  "beitritt"sv,     "beitrittsdatum"sv,   "beigetreten am"sv,
                             "fecha de alta"sv,  "alta"sv,         "fecha de ingreso"sv, "ingreso"sv,
                             "miembro desde"sv,  "socio desde"sv,  "socia desde"sv,      "lid sinds"sv,
                             "date d adhesion"sv};
constexpr std::array kLevel{
    "level of engagement"sv,    "engagement level"sv,       "engagement"sv,    "level of participation"sv,
    "participation"sv,          "participation level"sv,    "level"sv,         "beteiligung"sv,
    "grad der beteiligung"sv,   "nivel de participacion"sv, "participacion"sv, "nivel"sv,
    "niveau de participation"sv};
constexpr std::array kContactPreference{"likes to be called"sv,
                                        "how they like to be called"sv,
                                        "best time to call"sv,
                                        "when to call"sv,
                                        "contact preference"sv,
                                        "preferred contact"sv,
                                        "erreichbar"sv,
                                        "erreichbarkeit"sv,
                                        "mochte angerufen werden"sv,
                                        "wann anrufen"sv,
                                        "prefiere que le llamen"sv,
                                        "cuando llamar"sv,
                                        "mejor hora para llamar"sv};
constexpr std::array kLeft{"left"sv,     "left on"sv,        "date left"sv,    "end date"sv,
                           "austritt"sv, "austrittsdatum"sv, "fecha de baja"sv};
constexpr std::array kSource{"source"sv,     "from"sv,     "source id"sv, "von"sv,      "de"sv,
                             "desde"sv,      "da"sv,       "van"sv,       "ego"sv,      "sender"sv,
                             "person a"sv,   "person 1"sv, "member a"sv,  "member 1"sv, "node 1"sv,
                             "respondent"sv, "who"sv,      "origen"sv,    "quelle"sv};
constexpr std::array kTarget{
    "target"sv,     "to"sv,       "target id"sv, "an"sv,          "nach"sv,         "zu"sv,       "a"sv,
    "hacia"sv,      "naar"sv,     "para"sv,      "alter"sv,       "receiver"sv,     "person b"sv, "person 2"sv,
    "member b"sv,   "member 2"sv, "node 2"sv,    "whom"sv,        "knows"sv,        "talks to"sv, "talks with"sv,
    "works with"sv, "asks"sv,     "turns to"sv,  "advice from"sv, "connected to"sv, "kennt"sv,    "conoce a"sv,
    "connait"sv,    "destino"sv,  "ziel"sv};
/// In a tie list these name the first person, where no surer word does.
constexpr std::array kSourceToo{"person"sv, "name"sv, "member"sv, "participant"sv, "mitglied"sv, "nombre"sv,
                                "nom"sv,    "naam"sv, "nome"sv,   "label"sv,       "your name"sv};
constexpr std::array kWeight{"weight"sv,  "strength"sv, "value"sv, "count"sv, "frequency"sv, "times"sv,
                             "gewicht"sv, "starke"sv,   "peso"sv,  "poids"sv, "fuerza"sv};
constexpr std::array kTopic{"topic"sv, "why"sv,  "about"sv,  "reason"sv, "subject"sv, "thema"sv,
                            "warum"sv, "tema"sv, "motivo"sv, "sujet"sv,  "pourquoi"sv};
constexpr std::array kDepth{"depth"sv, "tiefe"sv};
constexpr std::array kContact{"how often"sv,
                              "contact frequency"sv,
                              "frequency of contact"sv,
                              "frequency contact"sv,
                              "how frequently"sv,
                              "how often in touch"sv,
                              "how often in contact"sv,
                              "how often they are in touch"sv,
                              "how often people are in touch"sv,
                              "how often they talk"sv,
                              "how often do you talk"sv,
                              "how often do you talk to this person"sv,
                              "how often do you talk with this person"sv,
                              "how often are you in touch"sv,
                              "how often do you communicate"sv,
                              "how often do you meet"sv,
                              "wie oft"sv,
                              "kontakthaufigkeit"sv,
                              "haufigkeit des kontakts"sv,
                              "frequence de contact"sv,
                              "frequence des contacts"sv,
                              "frecuencia de contacto"sv,
                              "con que frecuencia"sv,
                              "hoe vaak"sv};
constexpr std::array kSince{"since"sv,
                            "in touch since"sv,
                            "connected since"sv,
                            "known since"sv,
                            "known each other since"sv,
                            "tied since"sv,
                            "tie since"sv,
                            "since when"sv,
                            "first seen"sv,
                            "first contact"sv,
                            "start date"sv,
                            "date started"sv,
                            "started on"sv,
                            "started"sv,
                            "from date"sv,
                            "date from"sv,
                            "start"sv,
                            "seit"sv,
                            "seit wann"sv,
                            "in kontakt seit"sv,
                            "bekannt seit"sv,
                            "kennt seit"sv,
                            "depuis"sv,
                            "desde cuando"sv,
                            "desde fecha"sv,
                            "fecha desde"sv,
                            "sinds"sv};
constexpr std::array kDirection{"direction"sv, "directed"sv, "type"sv, "richtung"sv};

std::optional<std::size_t> placeIn(Words words, std::string_view plain)
{
    const auto found = std::find(words.begin(), words.end(), plain);
    if (found == words.end())
        return {};
    return static_cast<std::size_t>(found - words.begin());
}

struct FieldWords
{
    Field field;
    Words words;
    std::size_t handicap = 0;
};

const std::array kPeopleFields{FieldWords{Field::id, kId},
                               FieldWords{Field::email, kEmail},
                               FieldWords{Field::firstName, kFirst},
                               FieldWords{Field::lastName, kLast},
                               FieldWords{Field::name, kName},
                               FieldWords{Field::phone, kPhone},
                               FieldWords{Field::role, kRole},
                               FieldWords{Field::region, kRegion},
                               FieldWords{Field::organization, kOrganization},
                               FieldWords{Field::joined, kJoined},
                               FieldWords{Field::left, kLeft},
                               FieldWords{Field::level, kLevel},
                               FieldWords{Field::contactPreference, kContactPreference}};

const std::array kTieFields{FieldWords{Field::source, kSource},         FieldWords{Field::target, kTarget},
                            FieldWords{Field::weight, kWeight},         FieldWords{Field::topic, kTopic},
                            FieldWords{Field::depth, kDepth},           FieldWords{Field::contact, kContact},
                            FieldWords{Field::since, kSince},           FieldWords{Field::direction, kDirection},
                            FieldWords{Field::source, kSourceToo, 1000}};

} // namespace

std::string plainHeader(std::string_view header)
{
    std::string plain;
    bool wantsSpace = false;
    int brackets = 0;
    for (const char letter : foldForSearch(header)) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '(' || letter == '[')
            ++brackets;
        const bool isWord =
            brackets == 0 && ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || byte >= 0x80);
        if ((letter == ')' || letter == ']') && brackets > 0)
            --brackets;
        if (isWord) {
            if (wantsSpace && !plain.empty())
                plain.push_back(' ');
            plain.push_back(letter);
        }
        wantsSpace = !isWord;
    }
    return plain;
}

std::optional<HeaderMatch> matchHeader(std::string_view header, bool asTies)
{
    const std::string plain = plainHeader(header);
    std::optional<HeaderMatch> best;
    const std::span<const FieldWords> fields =
        asTies ? std::span<const FieldWords>(kTieFields) : std::span<const FieldWords>(kPeopleFields);
    for (const FieldWords& candidate : fields) {
        const auto place = placeIn(candidate.words, plain);
        if (place && (!best || *place + candidate.handicap < best->rank))
            best = HeaderMatch{candidate.field, *place + candidate.handicap};
    }
    return best;
}

bool isTotalWord(std::string_view cell)
{
    static constexpr std::array kTotals{"total"sv,  "totals"sv, "grand total"sv, "sum"sv,    "summe"sv,
                                        "gesamt"sv, "suma"sv,   "somme"sv,       "totale"sv, "totaal"sv};
    return placeIn(kTotals, plainHeader(cell)).has_value();
}

} // namespace weavemap::exchange
