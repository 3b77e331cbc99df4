// COIN-OR: the linear (CLP) and mixed-integer (CBC) solvers, through their C interfaces.
#pragma once
#include <coin/Clp_C_Interface.h>
#include <coin/Cbc_C_Interface.h>
