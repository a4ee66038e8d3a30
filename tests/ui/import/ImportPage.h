// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStackedWidget>
#include <QTableView>

#include "OfficeBox.h"
#include "ui/import/ImportPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::uitest {

/// The import assistant over an empty file, with short ways to what it shows.
struct ImportPage
{
    ImportPage() : place(box.office())
    {
        place.resize(1180, 820);
        place.show();
        box.openEmpty();
    }
    template <class T>
    T* find(const char* name) const
    {
        return place.findChild<T*>(QString::fromLatin1(name));
    }
    bool preview(const QStringList& files)
    {
        place.start(files);
        return box.settle();
    }
    QString summary() const { return find<ui::TextLabel>("importSummary")->text(); }
    QString trouble() const
    {
        auto* label = find<ui::TextLabel>("importTrouble");
        return label->isVisibleTo(&place) ? label->text() : QString();
    }
    QAbstractItemModel* rows() const { return find<QTableView>("importRows")->model(); }
    ui::Button* store() const { return find<ui::Button>("importStore"); }
    int pageShown() const { return find<QStackedWidget>("importPages")->currentIndex(); }

    OfficeBox box;
    ui::ImportPlace place;
};

inline const QByteArray kMembersList =
    "id,name,email\n1,Ana Ruiz,ana@example.org\n2,Ben Okafor,ben@example.org\n3,Cai Lind,\n";
inline const QByteArray kTiesList = "source,target\n1,2\n2,3\n3,3\n";

} // namespace weavemap::uitest
