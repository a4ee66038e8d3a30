<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>%n day</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>%1 could be more than one person: %2, and %Ln more. Write the full name or the id.</source>
        <translation>
            <numerusform>%1 could be more than one person: %2, and %Ln more. Write the full name or the id.</numerusform>
            <numerusform>%1 could be more than one person: %2, and %Ln more. Write the full name or the id.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Introductions</name>
    <message numerus="yes">
        <source>%1 and %Ln others know both well.</source>
        <translation>
            <numerusform>%1 and %Ln other know both well.</numerusform>
            <numerusform>%1 and %Ln others know both well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They stand in two groups, of %1 and %2 people, with %Ln ties between them.</source>
        <translation>
            <numerusform>They stand in two groups, of %1 and %2 people, with %Ln tie between them.</numerusform>
            <numerusform>They stand in two groups, of %1 and %2 people, with %Ln ties between them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are in these suggestions</source>
        <translation>
            <numerusform>%Ln person is in these suggestions</numerusform>
            <numerusform>%Ln people are in these suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are among the best connected quarter</source>
        <translation>
            <numerusform>%Ln of them is among the best connected quarter</numerusform>
            <numerusform>%Ln of them are among the best connected quarter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people asked not to be shown</source>
        <translation>
            <numerusform>%Ln person asked not to be shown</numerusform>
            <numerusform>%Ln people asked not to be shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To keep the map readable, %Ln people stand without a name.</source>
        <translation>
            <numerusform>To keep the map readable, %Ln person stands without a name.</numerusform>
            <numerusform>To keep the map readable, %Ln people stand without a name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To keep the map readable, %Ln people stand without a code.</source>
        <translation>
            <numerusform>To keep the map readable, %Ln person stands without a code.</numerusform>
            <numerusform>To keep the map readable, %Ln people stand without a code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To keep the map readable, %Ln people stand without initials.</source>
        <translation>
            <numerusform>To keep the map readable, %Ln person stands without initials.</numerusform>
            <numerusform>To keep the map readable, %Ln people stand without initials.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln convenings in %L1 months</source>
        <translation>
            <numerusform>%Ln convening in %L1 months</numerusform>
            <numerusform>%Ln convenings in %L1 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other values</source>
        <translation>
            <numerusform>%Ln other value</numerusform>
            <numerusform>%Ln other values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A shortest path between two people, %Ln steps</source>
        <translation>
            <numerusform>A shortest path between two people, %Ln step</numerusform>
            <numerusform>A shortest path between two people, %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A shortest path from %1 to %2, %Ln steps</source>
        <translation>
            <numerusform>A shortest path from %1 to %2, %Ln step</numerusform>
            <numerusform>A shortest path from %1 to %2, %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The circle of %1, %Ln steps</source>
        <translation>
            <numerusform>The circle of %1, %Ln step</numerusform>
            <numerusform>The circle of %1, %Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapDesk</name>
    <message numerus="yes">
        <source>%1 and %Ln others</source>
        <translation>
            <numerusform>%1 and %Ln other</numerusform>
            <numerusform>%1 and %Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapInputs</name>
    <message numerus="yes">
        <source>%Ln people hidden by filters</source>
        <translation>
            <numerusform>%Ln person hidden by filters</numerusform>
            <numerusform>%Ln people hidden by filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new ties</source>
        <translation>
            <numerusform>%Ln new tie</numerusform>
            <numerusform>%Ln new ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people joined</source>
        <translation>
            <numerusform>%Ln person joined</numerusform>
            <numerusform>%Ln people joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people left</source>
        <translation>
            <numerusform>%Ln person left</numerusform>
            <numerusform>%Ln people left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organizations</source>
        <translation>
            <numerusform>%Ln organization</numerusform>
            <numerusform>%Ln organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln people without one</source>
        <translation>
            <numerusform>%1 and %Ln person without one</numerusform>
            <numerusform>%1 and %Ln people without one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln ties are within an organization</source>
        <translation>
            <numerusform>%1; %Ln tie is within an organization</numerusform>
            <numerusform>%1; %Ln ties are within an organization</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ties hidden by filters</source>
        <translation>
            <numerusform>%Ln tie hidden by filters</numerusform>
            <numerusform>%Ln ties hidden by filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkCharts</name>
    <message numerus="yes">
        <source>%Ln conversations this month</source>
        <translation>
            <numerusform>%Ln conversation this month</numerusform>
            <numerusform>%Ln conversations this month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %Ln months</source>
        <translation>
            <numerusform> in %Ln month</numerusform>
            <numerusform> in %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> reached %Ln people</source>
        <translation>
            <numerusform> reached %Ln person</numerusform>
            <numerusform> reached %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have no tie we know of</source>
        <translation>
            <numerusform>%1 has no tie we know of</numerusform>
            <numerusform>%1 have no tie we know of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have none we know of</source>
        <translation>
            <numerusform>%1 has none we know of</numerusform>
            <numerusform>%1 have none we know of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people carry news between others</source>
        <translation>
            <numerusform>%1 person carries news between others</numerusform>
            <numerusform>%1 people carry news between others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkFacts</name>
    <message numerus="yes">
        <source>%Ln members have no known tie.</source>
        <translation>
            <numerusform>%Ln member has no known tie.</numerusform>
            <numerusform>%Ln members have no known tie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them we have not heard from in a year: they may have ties.</source>
        <translation>
            <numerusform>%Ln of them we have not heard from in a year: they may have ties.</numerusform>
            <numerusform>%Ln of them we have not heard from in a year: they may have ties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network is in %Ln pieces, people without a tie included.</source>
        <translation>
            <numerusform>The network is in %Ln piece, people without a tie included.</numerusform>
            <numerusform>The network is in %Ln pieces, people without a tie included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If one of %Ln people left, others would lose their link.</source>
        <translation>
            <numerusform>If %Ln person left, others would lose their link.</numerusform>
            <numerusform>If one of %Ln people left, others would lose their link.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people form the best-knit centre: </source>
        <translation>
            <numerusform>%Ln person forms the best-knit centre: </numerusform>
            <numerusform>%Ln people form the best-knit centre: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>each is in touch with at least %Ln others in it.</source>
        <translation>
            <numerusform>each is in touch with at least %Ln other in it.</numerusform>
            <numerusform>each is in touch with at least %Ln others in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%1 and %Ln others</source>
        <translation>
            <numerusform>%1 and %Ln other</numerusform>
            <numerusform>%1 and %Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message numerus="yes">
        <source>%Ln promises late</source>
        <translation>
            <numerusform>%Ln promise late</numerusform>
            <numerusform>%Ln promises late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promises due today</source>
        <translation>
            <numerusform>%Ln promise due today</numerusform>
            <numerusform>%Ln promises due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %Ln times</source>
        <translation>
            <numerusform>Tried once</numerusform>
            <numerusform>Tried %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln months since a talk</source>
        <translation>
            <numerusform>%Ln month since a talk</numerusform>
            <numerusform>%Ln months since a talk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Links %Ln others to the rest</source>
        <translation>
            <numerusform>Links %Ln other to the rest</numerusform>
            <numerusform>Links %Ln others to the rest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%Ln awareness tie</source>
        <translation>
            <numerusform>%Ln awareness tie</numerusform>
            <numerusform>%Ln awareness tie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln awareness ties</source>
        <translation>
            <numerusform>%Ln awareness tie</numerusform>
            <numerusform>%Ln awareness ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln exchange tie</source>
        <translation>
            <numerusform>%Ln exchange tie</numerusform>
            <numerusform>%Ln exchange tie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln exchange ties</source>
        <translation>
            <numerusform>%Ln exchange tie</numerusform>
            <numerusform>%Ln exchange ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln collaboration tie</source>
        <translation>
            <numerusform>%Ln collaboration tie</numerusform>
            <numerusform>%Ln collaboration tie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln collaboration ties</source>
        <translation>
            <numerusform>%Ln collaboration tie</numerusform>
            <numerusform>%Ln collaboration ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tie of any kind</source>
        <translation>
            <numerusform>%Ln tie of any kind</numerusform>
            <numerusform>%Ln tie of any kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ties of any kind</source>
        <translation>
            <numerusform>%Ln tie of any kind</numerusform>
            <numerusform>%Ln ties of any kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln member</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::CoverageCard</name>
    <message numerus="yes">
        <source>%L1 of %Ln members</source>
        <translation>
            <numerusform>%L1 of %Ln member</numerusform>
            <numerusform>%L1 of %Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::FileDesk</name>
    <message numerus="yes">
        <source>This file is sound: %Ln people</source>
        <translation>
            <numerusform>This file is sound: %Ln person</numerusform>
            <numerusform>This file is sound: %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln ties</source>
        <translation>
            <numerusform>, %Ln tie</numerusform>
            <numerusform>, %Ln ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln conversations.</source>
        <translation>
            <numerusform>, %Ln conversation.</numerusform>
            <numerusform>, %Ln conversations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::HistoryPlace</name>
    <message numerus="yes">
        <source>Undo %Ln changes</source>
        <translation>
            <numerusform>Undo %Ln change</numerusform>
            <numerusform>Undo %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %Ln changes</source>
        <translation>
            <numerusform>Redo %Ln change</numerusform>
            <numerusform>Redo %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes; they can be undone, also tomorrow</source>
        <translation>
            <numerusform>%Ln change; it can be undone, also tomorrow</numerusform>
            <numerusform>%Ln changes; they can be undone, also tomorrow</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::ImportPlace</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are new</source>
        <translation>
            <numerusform>%Ln person is new</numerusform>
            <numerusform>%Ln people are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are here already</source>
        <translation>
            <numerusform>%Ln person is here already</numerusform>
            <numerusform>%Ln people are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ties are new</source>
        <translation>
            <numerusform>%Ln tie is new</numerusform>
            <numerusform>%Ln ties are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ties are here already</source>
        <translation>
            <numerusform>%Ln tie is here already</numerusform>
            <numerusform>%Ln ties are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are left out</source>
        <translation>
            <numerusform>%Ln row is left out</numerusform>
            <numerusform>%Ln rows are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Store %Ln rows</source>
        <translation>
            <numerusform>Store %Ln row</numerusform>
            <numerusform>Store %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln files</source>
        <translation>
            <numerusform>Import %Ln file</numerusform>
            <numerusform>Import %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people may be here already</source>
        <translation>
            <numerusform>%Ln person may be here already</numerusform>
            <numerusform>%Ln people may be here already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::IntroductionsPlace</name>
    <message numerus="yes">
        <source>%Ln are under way.</source>
        <translation>
            <numerusform>%Ln is under way.</numerusform>
            <numerusform>%Ln are under way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are under way</source>
        <translation>
            <numerusform>%Ln is under way</numerusform>
            <numerusform>%Ln are under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; ask how it went with %Ln of them.</source>
        <translation>
            <numerusform>; ask how it went with %Ln of them.</numerusform>
            <numerusform>; ask how it went with %Ln of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show declined and lapsed ones (%Ln)</source>
        <translation>
            <numerusform>Show declined and lapsed ones (%Ln)</numerusform>
            <numerusform>Show declined and lapsed ones (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::MapDesk</name>
    <message numerus="yes">
        <source>Up to %Ln ties are drawn in one step.</source>
        <translation>
            <numerusform>Up to %Ln tie is drawn in one step.</numerusform>
            <numerusform>Up to %Ln ties are drawn in one step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, as they asked not to be shown by name.</source>
        <translation>
            <numerusform>%Ln left out, as they asked not to be shown by name.</numerusform>
            <numerusform>%Ln left out, as they asked not to be shown by name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows copied.</source>
        <translation>
            <numerusform>%Ln row copied.</numerusform>
            <numerusform>%Ln rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the names are here already and are chosen with them.</source>
        <translation>
            <numerusform>%Ln of the names is here already and is chosen with them.</numerusform>
            <numerusform>%Ln of the names are here already and are chosen with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people who are not here yet come along.</source>
        <translation>
            <numerusform>%Ln person who is not here yet comes along.</numerusform>
            <numerusform>%Ln people who are not here yet come along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ties are left out: several people have such a name.</source>
        <translation>
            <numerusform>%Ln tie is left out: several people have such a name.</numerusform>
            <numerusform>%Ln ties are left out: several people have such a name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are no names and are left out.</source>
        <translation>
            <numerusform>%Ln line is no name and is left out.</numerusform>
            <numerusform>%Ln lines are no names and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw %Ln ties?</source>
        <translation>
            <numerusform>Draw %Ln tie?</numerusform>
            <numerusform>Draw %Ln ties?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::MapEdits</name>
    <message numerus="yes">
        <source>%Ln ties drawn. Undo takes them back.</source>
        <translation>
            <numerusform>%Ln tie drawn. Undo takes it back.</numerusform>
            <numerusform>%Ln ties drawn. Undo takes them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %Ln ties</source>
        <translation>
            <numerusform>Paste %Ln tie</numerusform>
            <numerusform>Paste %Ln ties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::MapPlace</name>
    <message numerus="yes">
        <source>%Ln ties hidden</source>
        <translation>
            <numerusform>%Ln tie hidden</numerusform>
            <numerusform>%Ln ties hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::MembersPlace</name>
    <message numerus="yes">
        <source>%Ln people are in the file.</source>
        <translation>
            <numerusform>%Ln person is in the file.</numerusform>
            <numerusform>%Ln people are in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::MergeDialog</name>
    <message numerus="yes">
        <source>%Ln ties</source>
        <translation>
            <numerusform>%Ln tie</numerusform>
            <numerusform>%Ln ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the ties are to people both know: they become one.</source>
        <translation>
            <numerusform>%Ln of the ties is to somebody both know: they become one.</numerusform>
            <numerusform>%Ln of the ties are to people both know: they become one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::QuestionsPlace</name>
    <message numerus="yes">
        <source>%Ln questions; before a call the brief offers three whose answer is missing or old</source>
        <translation>
            <numerusform>%Ln question; before a call the brief offers three whose answer is missing or old</numerusform>
            <numerusform>%Ln questions; before a call the brief offers three whose answer is missing or old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::QueueModel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln points</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%L1 of %Ln who are due</source>
        <translation>
            <numerusform>%L1 of %Ln who is due</numerusform>
            <numerusform>%L1 of %Ln who are due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln</source>
        <translation>
            <numerusform>%L1 of %Ln</numerusform>
            <numerusform>%L1 of %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members have never been reached. They are kept apart so that they do not crowd the list.</source>
        <translation>
            <numerusform>%Ln member has never been reached. They are kept apart so that they do not crowd the list.</numerusform>
            <numerusform>%Ln members have never been reached. They are kept apart so that they do not crowd the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members are left out for now.</source>
        <translation>
            <numerusform>%Ln member is left out for now.</numerusform>
            <numerusform>%Ln members are left out for now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members never reached would be glad of a call.</source>
        <translation>
            <numerusform>%Ln member never reached would be glad of a call.</numerusform>
            <numerusform>%Ln members never reached would be glad of a call.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members back in the queue</source>
        <translation>
            <numerusform>%Ln member back in the queue</numerusform>
            <numerusform>%Ln members back in the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::ShowChips</name>
    <message numerus="yes">
        <source>Those of %n months</source>
        <translation>
            <numerusform>Those of %n month</numerusform>
            <numerusform>Those of %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::TieRow</name>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::TimeBar</name>
    <message numerus="yes">
        <source>%Ln new ties</source>
        <translation>
            <numerusform>%Ln new tie</numerusform>
            <numerusform>%Ln new ties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::TimelinePage</name>
    <message numerus="yes">
        <source>It holds %Ln lines that you cannot read. They go with it.</source>
        <translation>
            <numerusform>It holds %Ln line that you cannot read. It goes, too.</numerusform>
            <numerusform>It holds %Ln lines that you cannot read. They go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %Ln lines that only %1 can read. They go with it.</source>
        <translation>
            <numerusform>It holds %Ln line that only %1 can read. It goes, too.</numerusform>
            <numerusform>It holds %Ln lines that only %1 can read. They go with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::TodayPlace</name>
    <message numerus="yes">
        <source>%Ln promises are due</source>
        <translation>
            <numerusform>%Ln promise is due</numerusform>
            <numerusform>%Ln promises are due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln promises</source>
        <translation>
            <numerusform>All %Ln promise</numerusform>
            <numerusform>All %Ln promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln introductions wait for somebody</source>
        <translation>
            <numerusform>%Ln introduction waits for somebody</numerusform>
            <numerusform>%Ln introductions wait for somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are due for a call</source>
        <translation>
            <numerusform>%Ln person is due for a call</numerusform>
            <numerusform>%Ln people are due for a call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weavemap::ui::WaitingCard</name>
    <message numerus="yes">
        <source>All %Ln introductions</source>
        <translation>
            <numerusform>%Ln introduction</numerusform>
            <numerusform>All %Ln introductions</numerusform>
        </translation>
    </message>
</context>
</TS>
