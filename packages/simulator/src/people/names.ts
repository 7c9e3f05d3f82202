import type { Language } from '../simulated-customer.ts';

const words = (text: string): readonly string[] => text.split(/\s+/);
const phrases = (text: string): readonly string[] => text.split(/,\s*/);

/** Common first names; with the last names they make people who do not exist. */
export const firstNames: Readonly<Record<Language, readonly string[]>> = {
  en: words(`Olivia Amelia Isla Ava Lily Freya Grace Sophie Ella Charlotte Hannah Martha Ruth Eleanor Harriet Imogen
    Beatrice Alice Nora Aoife Niamh Ciara Siobhan Priya Amara Zainab George Oliver Arthur Noah Harry Jack Leo Oscar
    Henry Thomas William James Edward Samuel Callum Rory Declan Cian Patrick Hugh Malcolm Gareth Owen Rhys Imran Kwame
    Daniel Joseph Peter Simon`),
  nl: words(`Sanne Lotte Emma Julia Anouk Fleur Femke Maud Iris Roos Marieke Annelies Hanneke Ineke Wilma Margriet Jantine
    Noor Saskia Tessa Esther Yara Fatima Samira Elif Bente Daan Sem Lucas Bram Thijs Ruben Sander Jeroen Maarten Pieter
    Kees Wouter Joost Gijs Hugo Stijn Koen Tim Bas Floris Willem Henk Arjan Youssef Mehmet Rens Jelle Sjoerd Teun`),
  de: words(`Anna Lena Marie Johanna Clara Frieda Greta Mathilda Katharina Susanne Petra Monika Birgit Ulrike Heike
    Franziska Leonie Nele Svenja Maike Ayse Elena Jana Theresa Luise Hannes Jonas Lukas Felix Maximilian Moritz Jakob
    Anton Emil Matthias Stefan Thomas Uwe Jürgen Klaus Dieter Henrik Torben Sebastian Florian Tobias Emre Nikolai
    Konrad Ludwig Kilian Valentin`),
};

export const lastNames: Readonly<Record<Language, readonly string[]>> = {
  en: words(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White
    Hughes Green Hall Lewis Harris Clarke Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker
    Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Murphy Kelly O'Sullivan Walsh O'Brien
    Byrne Ryan O'Connor Doyle Khan Begum Campbell Stewart MacDonald Ashworth Hargreaves`),
  nl: phrases(`de Jong, Jansen, de Vries, van den Berg, van Dijk, Bakker, Janssen, Visser, Smit, Meijer, de Boer, Mulder,
    de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, de Graaf, van der Meer,
    van der Linden, Kok, Jacobs, van Vliet, de Haan, Vermeulen, van den Heuvel, van der Veen, van den Broek, de Bruijn,
    Schouten, van Beek, Willems, Hoekstra, Koster, Prins, Blom, Huisman, Postma, Peeters, Maes, Claes, Wouters, Aerts,
    Yılmaz, El Amrani, Kuipers, Timmermans, Zijlstra, Terpstra`),
  de: words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein
    Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier
    König Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther
    Berger Winkler Lorenz Baumann Albrecht Gruber Steiner Pichler Yıldız Öztürk Nowak`),
};

/** Mail providers that cannot exist: `.example` is reserved (RFC 2606). */
export const mailDomains: Readonly<Record<Language, readonly string[]>> = {
  en: ['letterbox.example', 'inkmail.example', 'postroom.example', 'homemail.example'],
  nl: ['postvak.example', 'brievenbus.example', 'mailhuis.example', 'thuismail.example'],
  de: ['briefkasten.example', 'netzpost.example', 'posthorn.example', 'heimpost.example'],
};
