// SyntheticPackage
