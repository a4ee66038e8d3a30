// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Failure.h"
#include "core/actions/MapData.h"
#include "core/store/Records.h"

namespace weavemap::cli {

/// `--style` and `--around NAME` (which asks for rings by itself), into the question. Wrong usage: another style beside
/// `--around`, or rings round nobody; errors of `findPerson` where the name means nobody or several.
Done takeStyle(const Arguments& arguments, store::Records& records, actions::MapQuestion& question);

} // namespace weavemap::cli
